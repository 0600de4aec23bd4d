#pragma once

#include <QObject>

class QSplitter;
class QVBoxLayout;
class QWidget;

namespace trestle {

struct Evidence;
struct Move;
class Card;
class Inspector;
class PlanDocument;
class Selection;
class Settings;

/// A width that is right for text of the usual size, for the text that the widget has.
int withText(const QWidget& widget, int width);

/// Where the inspector stands: beside the pages, or, on a narrow window, as a drawer over them that is shut until it is
/// asked for. The inspector itself is made when it is first shown.
class InspectorPlace : public QObject {
    Q_OBJECT
public:
    static constexpr int kWidth = 296;

    /// Adds the inspector's card to the splitter. As a drawer it is a child of `whole`, and leaves what is above
    /// `pages` in reach.
    InspectorPlace(PlanDocument& document, Selection& selection, QSplitter& splitter, QWidget& whole, QWidget& pages);

    [[nodiscard]] Card& card() const { return *m_card; }
    [[nodiscard]] Inspector* inspector() const { return m_inspector; } ///< null until it was shown
    [[nodiscard]] bool isShown() const { return m_isNarrow ? m_wantedNarrow : m_wantedWide; }
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }
    [[nodiscard]] bool isBesidePages() const;

    void setShown(bool shown);
    /// Follows a new size of the window.
    void follow(bool narrow);
    void restore(const Settings& settings);
    void keep(Settings& settings) const;

Q_SIGNALS:
    void placed(bool shown);
    void trialWanted(const trestle::Move& move);
    void evidenceWanted(const trestle::Evidence& place);

private:
    void place();
    void placeDrawer();
    void ensureInspector();

    PlanDocument& m_document;
    Selection& m_selection;
    QSplitter& m_splitter;
    QWidget& m_whole;
    QWidget& m_pages;
    Card* m_card;
    QVBoxLayout* m_room;
    Inspector* m_inspector = nullptr;
    bool m_isNarrow = false;
    bool m_isDocked = true;      ///< it stands beside the pages
    bool m_wantedWide = true;    ///< whether it is shown on a wide window …
    bool m_wantedNarrow = false; ///< … and on a narrow one
};

} // namespace trestle

#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/money/cash.h"
// clang-format on

#include <QWidget>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace trestle {

class CashChart;
class CashEditor;
class CashFigureStrip;
class CashStart;
class CashTableModel;
class CashTableView;
class PlanDocument;

/// Whether the money lasts, and how much to raise: one sentence, four figures, one picture, the likely plan month by
/// month, and what the user says of the money, edited in place. Without an opening balance it asks for that.
class CashPage : public QWidget {
    Q_OBJECT
public:
    explicit CashPage(PlanDocument& document, QWidget* parent = nullptr);

Q_SIGNALS:
    void teamWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makePicture(QWidget* content);
    void refresh();
    void show(const CashFigures& figures);
    void wait();
    [[nodiscard]] int titleWidth(int room, int months) const;
    void arrange();
    void applyColours();

    PlanDocument& m_document;
    QScrollArea* m_scroll = nullptr;
    CashStart* m_start = nullptr;
    QWidget* m_asked = nullptr; ///< all that an opening balance is needed for
    QLabel* m_sentence = nullptr;
    CashFigureStrip* m_strip = nullptr;
    QBoxLayout* m_picture = nullptr;
    QWidget* m_pictureText = nullptr;
    QLabel* m_pictureTitle = nullptr;
    QLabel* m_pictureNote = nullptr;
    CashChart* m_chart = nullptr;
    QLabel* m_tableTitle = nullptr;
    CashTableModel* m_rows = nullptr;
    CashTableView* m_table = nullptr;
    CashEditor* m_editor = nullptr;
    QLabel* m_basis = nullptr;
    bool m_wasAsked = false; ///< an opening balance was there
};

} // namespace trestle

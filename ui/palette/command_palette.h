#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;

namespace trestle {

class PaletteModel;

/// Something that the palette finds: a command, or a part of the plan to go to.
struct PaletteEntry {
    QString text;
    QString where;        ///< of what kind it is: a menu, "Item of Database", "Person"
    QString keys = {};    ///< that do it too
    QString blocked = {}; ///< why it can't be chosen now; empty: it can
    std::function<void()> run = {};
};

/// A field and below it the list of what it finds. The field keeps the focus: arrows go through the list, Enter does
/// what is chosen there, Esc closes.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(QList<PaletteEntry> entries, QWidget* window);

    /// Over the upper middle of the window, at `field`.
    void openAt(const QWidget& field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search(const QString& typed);
    void go(int row);
    void choose();
    void tellRow();

    PaletteModel* m_model;
    QLineEdit* m_typed;
    QListView* m_list;
    QLabel* m_nothing;
};

} // namespace trestle

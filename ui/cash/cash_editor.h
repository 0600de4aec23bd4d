#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "ui/cash/cash_rows.h"
// clang-format on

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace trestle {

class AmountField;
class CashLineEditor;
class NumberField;
class PlanDocument;

/// What the user says of the project's money, edited in place: what is in the bank, how long it is to last, GST, what
/// comes and goes every month and what once.
class CashEditor : public QWidget {
    Q_OBJECT
public:
    explicit CashEditor(PlanDocument& document, QWidget* parent);

    void refresh();
    void focusOpening();
    /// Goes to the fields of a line.
    void edit(OwnLine line);
    void add(OwnLine::Kind kind);

Q_SIGNALS:
    void teamWanted(); ///< whose time is paid out
    void lineFocused(QWidget* line);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Section {
        OwnLine::Kind kind = OwnLine::Kind::Monthly;
        QLabel* title = nullptr;
        QVBoxLayout* rows = nullptr;
        QPushButton* add = nullptr;
        std::vector<CashLineEditor*> lines;
    };
    QWidget* makeBasics();
    QWidget* addGroup(QWidget& parent, const QString& caption, QWidget* field, const QString& unit = {});
    QWidget* makeSection(Section& section, const QString& title, const QString& add, const char* name);
    Section& sectionOf(OwnLine::Kind kind) { return kind == OwnLine::Kind::Monthly ? m_monthly : m_once; }
    void setCount(Section& section, std::size_t count);
    void remove(OwnLine line);
    void storeOpening();
    void applyColours();

    PlanDocument& m_document;
    QLabel* m_title;
    QLabel* m_openingCaption = nullptr;
    AmountField* m_opening = nullptr;
    NumberField* m_buffer = nullptr;
    QCheckBox* m_gst = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_problem = nullptr;
    Section m_monthly;
    Section m_once;
};

} // namespace trestle

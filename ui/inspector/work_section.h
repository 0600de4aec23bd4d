#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QGridLayout;

namespace trestle {

class DateField;
class PlanDocument;
class WorkField;
struct ItemActual;
struct ItemPlan;

/// What is recorded of an item once the work on it has begun: when it started and finished, what was spent on it and
/// what is left, each to edit.
class WorkSection : public QWidget {
    Q_OBJECT
public:
    explicit WorkSection(PlanDocument& document, QWidget* parent = nullptr);

    /// Null, or an item that has not begun: hidden.
    void setItem(const ItemPlan* item);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(QGridLayout& grid, const QString& caption, QWidget& field);
    void edit(const QString& what, const std::function<void(ItemActual&)>& change);
    void applyColours();

    PlanDocument& m_document;
    QString m_item;
    QLabel* m_title;
    DateField* m_started;
    DateField* m_finished;
    WorkField* m_spent;
    WorkField* m_left;
};

} // namespace trestle

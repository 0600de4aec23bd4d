#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;

namespace trestle {

class Advice;
class ChecklistModel;
class ChecklistView;
class PlanDocument;
class Selection;

/// "Where is your prototype today?": profile questions, advice, filter and the list of items.
class Checklist : public QWidget {
    Q_OBJECT
public:
    Checklist(PlanDocument& document, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] QStringList openPhases() const;
    void setOpenPhases(const QStringList& ids);
    /// Puts the keyboard on the list.
    void focusList();
    void focusFilter();
    /// How ready the plan is, beside the heading: for a window without room for the card that says so.
    void setReadinessShown(bool shown);
    [[nodiscard]] Advice& advice() const { return *m_advice; }

Q_SIGNALS:
    void scanWanted();

private:
    void followSelection(const QString& node);
    void applyFilter(const QString& text);
    void editNote(const QModelIndex& index);
    void refreshPlaceholder();
    void refreshReadiness();

    PlanDocument& m_document;
    Selection& m_selection;
    ChecklistModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_filter;
    QLabel* m_empty;
    QLabel* m_readiness;
    ChecklistView* m_view;
    Advice* m_advice;
    QStringList m_openBeforeFilter;
};

} // namespace trestle

#pragma once

#include "ui/catalogue/bound_form.h"

namespace trestle {

/// Figures and texts of the catalogue as a whole.
class WholeForm : public BoundForm {
    Q_OBJECT
public:
    WholeForm(CatalogueEdits& edits, QWidget* parent);

private:
    void addFigures();
};

class ListPage;

/// A phase: what it is for, its effort, and what it costs each month.
class PhaseForm : public BoundForm {
    Q_OBJECT
public:
    PhaseForm(CatalogueEdits& edits, QWidget* parent);

protected:
    void follow() override;

private:
    void addCosts();
    ListPage* m_costs = nullptr;
};

/// An item with its share of the phase, or an add-on with its own effort and the question that brings it.
class ItemForm : public BoundForm {
    Q_OBJECT
public:
    ItemForm(CatalogueEdits& edits, QWidget* parent);

protected:
    void follow() override;

private:
    void addCriterion(const QString& label, const QString& name, std::string StateCriteria::* line);
};

} // namespace trestle

#include "ui/checklist/checklist.h"

#include "ui/base/format.h"
#include "ui/base/selection.h"
#include "ui/checklist/advice.h"
#include "ui/checklist/checklist_model.h"
#include "ui/checklist/checklist_view.h"
#include "ui/checklist/item_note_dialog.h"
#include "ui/checklist/profile_questions.h"
#include "ui/document/plan_document.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace trestle {

Checklist::Checklist(PlanDocument& document, Selection& selection, QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_model(new ChecklistModel(document, this)),
      m_proxy(new QSortFilterProxyModel(this)), m_filter(new QLineEdit(this)), m_empty(new QLabel(this)),
      m_readiness(new QLabel(this)), m_view(new ChecklistView(this)), m_advice(new Advice(document, this))
{
    setObjectName(QStringLiteral("checklist"));
    const auto heading = [this](const QString& text, const QString& name) {
        auto* label = new QLabel(text, this);
        label->setObjectName(name);
        label->setFont(scaledFont(font(), TextSize::Heading, QFont::DemiBold));
        label->setWordWrap(true);
        return label;
    };
    QLabel* needs = heading(tr("What does your product need?"), QStringLiteral("needsHeading"));
    QLabel* inPlace = heading(tr("What is already in place?"), QStringLiteral("checklistHeading"));

    m_readiness->setObjectName(QStringLiteral("checklistReadiness"));
    m_readiness->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_readiness->hide();
    m_filter->setObjectName(QStringLiteral("checklistFilter"));
    m_filter->setAccessibleName(tr("Filter items"));
    m_filter->setClearButtonEnabled(true);
    if (auto* clear = m_filter->findChild<QAbstractButton*>())
        clear->setAccessibleName(tr("Clear the filter"));
    auto* scan = new QPushButton(tr("Scan…"), this);
    scan->setObjectName(QStringLiteral("checklistScan"));
    scan->setAccessibleName(tr("Scan the prototype"));
    scan->setToolTip(tr("Look through the prototype’s folder and propose what to tick"));
    connect(scan, &QPushButton::clicked, this, &Checklist::scanWanted);
    m_empty->setObjectName(QStringLiteral("checklistEmpty"));
    m_empty->setWordWrap(true);
    m_empty->hide();

    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterRole(ChecklistModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setObjectName(QStringLiteral("checklistView"));
    m_view->setAccessibleName(tr("Checklist of items"));
    m_view->setModel(m_proxy);

    auto* questions = new ProfileQuestions(document.catalogue(), this);
    const auto showProfile = [this, questions] {
        questions->setProfile(m_document.catalogue(), m_document.inputs().profile);
    };
    connect(&m_document, &PlanDocument::planChanged, questions, showProfile);
    connect(questions, &ProfileQuestions::answered, this,
            [this, showProfile](const QString& label, const ProfileQuestions::Change& change) {
                m_document.edit(label, [&](Inputs& inputs) { change(inputs.profile); });
                showProfile();
            });
    showProfile();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 8, 8);
    column->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{needs, questions, m_advice, inPlace, m_filter}) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, 0, 8, 0);
        row->addWidget(widget);
        if (widget == inPlace)
            row->addWidget(m_readiness, 0, Qt::AlignRight | Qt::AlignBottom);
        if (widget == m_filter)
            row->addWidget(scan);
        column->addLayout(row);
    }
    column->addWidget(m_empty);
    column->addWidget(m_view, 1);

    connect(m_filter, &QLineEdit::textChanged, this, &Checklist::applyFilter);
    auto* escape = new QShortcut(QKeySequence::Cancel, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    escape->setObjectName(QStringLiteral("clearFilter"));
    connect(escape, &QShortcut::activated, m_filter, &QLineEdit::clear);
    connect(m_filter, &QLineEdit::textChanged, escape,
            [escape](const QString& text) { escape->setEnabled(!text.isEmpty()); });
    escape->setEnabled(false); // Escape is for others while there is nothing to clear
    connect(m_view, &ChecklistView::noteWanted, this, &Checklist::editNote);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            m_selection.select(current.data(ChecklistModel::NodeRole).toString());
    });
    connect(&m_selection, &Selection::changed, this, &Checklist::followSelection);
    connect(&m_document, &PlanDocument::planChanged, this, &Checklist::refreshPlaceholder);
    connect(&m_document, &PlanDocument::planChanged, this, &Checklist::refreshReadiness);
    refreshPlaceholder();
    m_view->expandAll();
}

void Checklist::setReadinessShown(bool shown)
{
    m_readiness->setVisible(shown);
    refreshReadiness();
}

void Checklist::refreshReadiness()
{
    if (!m_readiness->isHidden())
        m_readiness->setText(tr("%1 ready").arg(format::percentIfAny(m_document.plan().readiness.fraction)));
}

void Checklist::refreshPlaceholder()
{
    const int count = m_model->itemCount();
    // The source language has no translation file to pick the plural form from.
    m_filter->setPlaceholderText(count == 1 ? tr("Filter 1 item") : tr("Filter %1 items").arg(count));
}

void Checklist::followSelection(const QString& node)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOfNode(node));
    if (!index.isValid() || index == m_view->currentIndex())
        return;
    m_view->setCurrentIndex(index);
}

void Checklist::applyFilter(const QString& text)
{
    const QString wanted = text.trimmed();
    const bool filtering = !m_proxy->filterRegularExpression().pattern().isEmpty();
    if (!filtering && !wanted.isEmpty())
        m_openBeforeFilter = openPhases();
    m_proxy->setFilterFixedString(wanted);
    if (!wanted.isEmpty())
        m_view->expandAll();
    else if (filtering)
        setOpenPhases(m_openBeforeFilter);
    const bool none = m_proxy->rowCount() == 0;
    m_empty->setText(none ? tr("No item matches “%1”.").arg(wanted) : QString());
    m_empty->setVisible(none);
}

void Checklist::editNote(const QModelIndex& index)
{
    ItemNoteDialog(m_document, index.data(ChecklistModel::NodeRole).toString(), this).exec();
}

QStringList Checklist::openPhases() const
{
    QStringList ids;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex phase = m_proxy->index(row, 0);
        if (m_view->isExpanded(phase))
            ids += phase.data(ChecklistModel::NodeRole).toString();
    }
    return ids;
}

void Checklist::setOpenPhases(const QStringList& ids)
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex phase = m_proxy->index(row, 0);
        m_view->setExpanded(phase, ids.contains(phase.data(ChecklistModel::NodeRole).toString()));
    }
}

void Checklist::focusList()
{
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_proxy->index(0, 0));
    m_view->setFocus(Qt::OtherFocusReason);
}

void Checklist::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace trestle

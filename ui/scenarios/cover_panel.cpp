#include "ui/scenarios/cover_panel.h"

#include "models/decisions/suggested_target.h"
#include "models/scenario_overlay.h"
#include "models/scenarios.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/scenarios/cover_model.h"
#include "ui/scenarios/way_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_fields.h"

#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace trestle {

namespace {

/// What the money pays for is quieter, under a line.
class CoverDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool first = covered(index) && index.row() > 0 && !covered(index.siblingAtRow(index.row() - 1));
        if (first)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                              roleColor(Role::Target, option.palette));
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (covered(index))
            option->palette.setColor(QPalette::Text, roleColor(Role::TextMuted, option->palette));
    }

private:
    static bool covered(const QModelIndex& index) { return index.data(CoverModel::CoveredRole).toBool(); }
};

} // namespace

CoverPanel::CoverPanel(PlanDocument& document, QWidget* parent)
    : QuestionPanel(document, QStringLiteral("coverPanel"), tr("What does it &cover?"), parent),
      m_model(new CoverModel(this)), m_table(new QTableView(this)),
      m_make(new QPushButton(tr("Make it a scenario"), this))
{
    m_budget = addMoney(tr("I have, ex GST"), QStringLiteral("coverBudget"),
                        [&document] { return suggestedTarget(document.plan(), document.risk().get()).budget; });
    m_confidence = addPercent(tr("how sure"), QStringLiteral("coverConfidence"),
                              [&document] { return document.inputs().confidence; });
    m_make->setObjectName(QStringLiteral("coverMake"));
    m_make->setToolTip(tr("A scenario in which what is not paid for is not needed"));
    m_table->setObjectName(QStringLiteral("coverTable"));
    m_table->setAccessibleName(tr("What the money covers"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CoverDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(220);
    m_table->setProperty("roomy", true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(CoverModel::Item, QHeaderView::Stretch);
    answerColumn().addWidget(m_make, 0, Qt::AlignLeft);
    answerColumn().addWidget(m_table, 1);
    m_make->hide();
    m_table->hide();
    connect(m_make, &QPushButton::clicked, this, &CoverPanel::makeScenario);
}

void CoverPanel::setBudget(Money budget)
{
    keep(m_budget);
    m_budget->setAmount(budget);
}

void CoverPanel::setConfidence(int confidence)
{
    m_confidence->setValue(confidence);
}

void CoverPanel::start(const std::shared_ptr<const Plan>& plan)
{
    const Money budget = m_budget->amount();
    const int confidence = m_confidence->value();
    begin(
        plan,
        [budget, confidence](const Plan& of, const QuestionOptions& options) {
            return budgetCover(of, budget, confidence, options);
        },
        [this, plan, budget, confidence](const BudgetCover& answer) {
            m_answer = answer;
            show(*plan, budget, confidence);
        });
}

void CoverPanel::clearAnswer()
{
    m_answer = {};
    m_model->setRows({});
    m_make->hide();
    m_table->hide();
}

void CoverPanel::show(const Plan& plan, Money budget, int confidence)
{
    m_asked = budget;
    tell(waywords::cover(m_answer, budget, confidence));
    std::vector<CoverModel::Row> rows;
    for (const bool covered : {false, true})
        for (const std::string& id : covered ? m_answer.covered : m_answer.left)
            if (const ItemPlan* item = plan.findItem(id))
                rows.push_back({format::text(item->title), wording::nodeTitle(plan, plan.phases[item->phase].id),
                                format::shownRange(item->shownCost.likely, item->shownCost.likely), covered});
    m_table->setVisible(!rows.empty());
    m_make->setVisible(!m_answer.left.empty() && !m_answer.covered.empty());
    m_model->setRows(std::move(rows));
}

void CoverPanel::makeScenario()
{
    const Project& project = document().contents();
    Result<Inputs> inputs = inputsOf(project, format::utf8(askedOf()));
    if (!inputs)
        return;
    for (const std::string& id : m_answer.left)
        inputs->items[id].progress.state = ItemState::excluded;
    const QString wanted = tr("What %1 covers").arg(format::money(m_asked)).replace(QChar(0x00A0), u' ');
    const std::string name = freeScenarioName(project, format::utf8(wanted));
    const QString title = format::text(name);
    if (document().addScenario(overlayOf(project.base, *inputs, name).scenario, tr("Scenario “%1”").arg(title)))
        Q_EMIT scenarioMade(title);
}

} // namespace trestle

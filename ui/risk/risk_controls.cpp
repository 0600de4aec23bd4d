#include "ui/risk/risk_controls.h"

#include "models/decisions/suggested_target.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/base/wording_record.h"
#include "ui/dialogs/outside_view_dialog.h"
#include "ui/document/plan_document.h"
#include "ui/risk/layer_words.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/lazy_refresh.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <array>

namespace trestle {

namespace {

constexpr std::array kConfidences{50, 80, 90};

} // namespace

RiskControls::RiskControls(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("riskControls"));
    setLayout(new FlowLayout(16));
    addConfidence();
    addOutsideView();
    addTarget();
    addBudget();
    auto* lazy = new LazyRefresh(*this, LazyRefresh::Visible::AtOnce, [this] { refresh(); });
    connect(&document, &PlanDocument::riskChanged, lazy, &LazyRefresh::mark);
    refresh();
}

QWidget* RiskControls::addGroup()
{
    auto* group = new QWidget(this);
    group->setObjectName(QStringLiteral("riskControlGroup%1").arg(layout()->count()));
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    layout()->addWidget(group);
    return group;
}

void RiskControls::addConfidence()
{
    QWidget* group = addGroup();
    m_confidence = new QButtonGroup(this);
    for (const int confidence : kConfidences) {
        auto* chip = new QPushButton(wording::sure(confidence), group);
        chip->setObjectName(QStringLiteral("riskConfidence%1").arg(confidence));
        chip->setCheckable(true);
        chip->setProperty("chip", true);
        chip->setToolTip(tr("Promise what %1 of 100 simulated plans keep").arg(confidence));
        m_confidence->addButton(chip, confidence);
        group->layout()->addWidget(chip);
    }
    connect(m_confidence, &QButtonGroup::idClicked, this, [this](int confidence) {
        m_document.edit(wording::sure(confidence), [confidence](Inputs& inputs) { inputs.confidence = confidence; });
        refresh();
    });
}

void RiskControls::addOutsideView()
{
    QWidget* group = addGroup();
    auto* label = new QLabel(tr("Outside &view"), group);
    label->setObjectName(QStringLiteral("riskOutsideViewLabel"));
    m_outsideView = new QComboBox(group);
    m_outsideView->setObjectName(QStringLiteral("riskOutsideView"));
    m_outsideView->setAccessibleName(tr("Outside view"));
    m_outsideView->setToolTip(tr("How far projects vary as a whole, beside the range of each estimate"));
    label->setBuddy(m_outsideView);
    group->layout()->addWidget(label);
    group->layout()->addWidget(m_outsideView);
    connect(m_outsideView, &QComboBox::activated, this, &RiskControls::editOutsideView);
}

void RiskControls::editOutsideView(int index)
{
    const auto& presets = m_document.plan().catalogue->outsideViews;
    OutsideView view = m_document.inputs().outsideView;
    if (const auto chosen = static_cast<std::size_t>(index); chosen < presets.size()) {
        view = outsideViewOf(*m_document.plan().catalogue, presets[chosen].id).value_or(view);
    } else if (index == m_outsideView->count() - 1) {
        OutsideViewDialog dialog(view, this);
        if (dialog.exec() == QDialog::Accepted)
            view = dialog.view();
    }
    m_document.edit(
        tr("Outside view: %1").arg(riskwords::outsideViewName(*m_document.plan().catalogue, view)),
        [&](Inputs& inputs) { inputs.outsideView = view; }, QStringLiteral("outside view"));
    refresh();
}

void RiskControls::addTarget()
{
    QWidget* group = addGroup();
    m_useDate = new QCheckBox(tr("Done by"), group);
    m_useDate->setObjectName(QStringLiteral("riskUseTarget"));
    m_useDate->setToolTip(tr("Whether the plan has a target date"));
    m_date = new DateField(QStringLiteral("riskTarget"), m_document.today(), group);
    m_date->setAccessibleName(tr("Target date"));
    group->layout()->addWidget(m_useDate);
    group->layout()->addWidget(m_date);
    connect(m_useDate, &QCheckBox::clicked, this, &RiskControls::editTarget);
    connect(m_date, &TypedField::settled, this, &RiskControls::editTarget);
}

void RiskControls::addBudget()
{
    QWidget* group = addGroup();
    m_useBudget = new QCheckBox(tr("within"), group);
    m_useBudget->setObjectName(QStringLiteral("riskUseBudget"));
    m_useBudget->setToolTip(
        tr("Whether the plan has a budget: %1, ex GST").arg(wording::costsCounted(m_document.inputs())));
    m_budget = new AmountField(QStringLiteral("riskBudget"), {}, group);
    m_budget->setAccessibleName(tr("Budget in AUD"));
    group->layout()->addWidget(m_useBudget);
    group->layout()->addWidget(m_budget);
    connect(m_useBudget, &QCheckBox::clicked, this, &RiskControls::editBudget);
    connect(m_budget, &TypedField::settled, this, &RiskControls::editBudget);
}

void RiskControls::refresh()
{
    const Inputs& inputs = m_document.inputs();
    const SuggestedTarget start = suggestedTarget(m_document.plan(), m_document.risk().get());
    if (QAbstractButton* chip = m_confidence->button(inputs.confidence))
        chip->setChecked(true);
    const auto& presets = m_document.plan().catalogue->outsideViews;
    m_outsideView->clear();
    int current = static_cast<int>(presets.size()); // the user's own
    for (const OutsideViewPreset& preset : presets) {
        if (preset.id == inputs.outsideView.preset)
            current = m_outsideView->count();
        m_outsideView->addItem(format::text(preset.title));
    }
    const bool isRecorded = inputs.outsideView.projects > 0;
    if (isRecorded)
        m_outsideView->addItem(tr("%1 (your record)").arg(wording::ownView(inputs.outsideView)));
    m_outsideView->addItem(tr("Your own…"));
    m_outsideView->setCurrentIndex(current);
    m_useDate->setChecked(inputs.targetDate.has_value());
    m_date->setEnabled(inputs.targetDate.has_value());
    m_date->setNotBefore(m_document.plan().startDate);
    m_date->setDate(start.date);
    m_useBudget->setChecked(inputs.budget.has_value());
    m_budget->setEnabled(inputs.budget.has_value());
    m_budget->setAmount(start.budget);
}

void RiskControls::editTarget()
{
    std::optional<Date> target;
    if (m_useDate->isChecked())
        target = m_date->date();
    m_document.edit(
        target ? tr("Target %1").arg(format::date(*target)) : tr("No target date"),
        [&](Inputs& inputs) { inputs.targetDate = target; }, QStringLiteral("target"));
    refresh();
}

void RiskControls::editBudget()
{
    std::optional<Money> budget;
    if (m_useBudget->isChecked())
        budget = m_budget->amount();
    m_document.edit(
        budget ? tr("Budget %1").arg(format::money(*budget)) : tr("No budget"),
        [&](Inputs& inputs) { inputs.budget = budget; }, QStringLiteral("budget"));
    refresh();
}

} // namespace trestle

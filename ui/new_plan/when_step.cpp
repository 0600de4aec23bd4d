#include "ui/new_plan/when_step.h"

#include "models/calendar/holidays.h"
#include "ui/base/format.h"
#include "ui/base/wording_record.h"
#include "ui/dialogs/calendar_dialog.h"
#include "ui/new_plan/new_plan_draft.h"
#include "ui/record/record_store.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/figure_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace trestle {

namespace {

/// "25 December", of every year.
QString yearlyDay(std::chrono::month_day day)
{
    return format::dayMonth(Date(std::chrono::year(2000) / day.month() / day.day()));
}

} // namespace

WhenStep::WhenStep(NewPlanDraft& draft, QWidget* parent)
    : NewPlanStep(QStringLiteral("newPlanWhen"), tr("When?"),
                  tr("Weekends are already off. Type dates as you say them: 4 Jan, next Monday, in 3 weeks."), parent),
      m_draft(draft), m_start(new DateField(QStringLiteral("newPlanStart"), draft.today(), this)),
      m_region(new QComboBox(this)),
      m_christmas(new QCheckBox(
          tr("Closed &over Christmas, %1 to %2").arg(yearlyDay(usualClosure().first), yearlyDay(usualClosure().last)),
          this)),
      m_target(new DateField(QStringLiteral("newPlanTarget"), draft.today(), this)),
      m_budget(new AmountField(QStringLiteral("newPlanBudget"), {}, this)), m_records(new RecordStore(this)),
      m_usual(draft.inputs().outsideView), m_projects(makeProjects())
{
    m_start->setDate(draft.inputs().start);
    m_target->setOptional(tr("No target date"));
    m_target->setNotBefore(draft.inputs().start);
    m_budget->setOptional(tr("No budget"));
    m_budget->setAmountIfAny({});
    m_region->setObjectName(QStringLiteral("newPlanRegion"));
    m_region->addItem(tr("None"), QString());
    for (const HolidayRegion& region : holidayRegions())
        m_region->addItem(format::text(std::string(region.name)), format::text(std::string(region.code)));
    m_christmas->setObjectName(QStringLiteral("newPlanChristmas"));

    addLabelled(tr("&Start"), m_start);
    addLabelled(tr("Public &holidays"), m_region);
    column()->addWidget(m_christmas);
    column()->addSpacing(8);
    addLabelled(tr("&Target date"), m_target);
    addLabelled(tr("B&udget, without GST"), m_budget);
    column()->addWidget(m_projects);
    column()->addStretch(1);
    for (QWidget* field : std::initializer_list<QWidget*>{m_start, m_region, m_target, m_budget}) {
        constexpr int kWide = 260;
        field->setMaximumWidth(std::max(kWide, field->sizeHint().width()));
    }

    for (TypedField* field : std::initializer_list<TypedField*>{m_start, m_target, m_budget})
        connect(field, &TypedField::settled, this, &WhenStep::take);
    connect(m_region, &QComboBox::currentIndexChanged, this, &WhenStep::take);
    connect(m_christmas, &QCheckBox::toggled, this, &WhenStep::take);
    connect(m_like, &QComboBox::activated, this, &WhenStep::take);
    connect(m_records, &RecordStore::changed, this, &WhenStep::offerRecord);
    m_records->load();
}

QWidget* WhenStep::makeProjects()
{
    auto* projects = new QWidget(this);
    projects->setObjectName(QStringLiteral("newPlanProjects"));
    auto* label = new QLabel(tr("How &projects go"), projects);
    label->setObjectName(QStringLiteral("newPlanLikeLabel"));
    label->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_like = new QComboBox(projects);
    m_like->setObjectName(QStringLiteral("newPlanLike"));
    m_like->setAccessibleName(tr("How projects go"));
    label->setBuddy(m_like);
    auto* pair = new QVBoxLayout(projects);
    pair->setContentsMargins(0, 4, 0, 0);
    pair->setSpacing(4);
    pair->addWidget(label);
    pair->addWidget(m_like, 0, Qt::AlignLeft);
    projects->hide();
    return projects;
}

/// Where there are past plans, once they are read.
void WhenStep::offerRecord()
{
    if (m_records->record().empty() || m_like->count() > 0)
        return;
    const OutsideViewPreset* preset = findOutsideView(*m_draft.catalogue(), m_usual.preset);
    m_like->addItem(preset ? format::text(preset->title) : tr("As estimated"));
    m_like->addItem(tr("Like your %1").arg(wording::recordBasis(recordView(m_records->figures()))));
    m_projects->show();
    Q_EMIT rowsChanged();
}

void WhenStep::take()
{
    m_draft.edit([this](Inputs& inputs) {
        inputs.start = m_start->date().value_or(inputs.start);
        inputs.region = format::utf8(m_region->currentData().toString());
        inputs.closures.clear();
        if (m_christmas->isChecked())
            inputs.closures.push_back(usualClosure());
        inputs.targetDate = m_target->date();
        inputs.budget = m_budget->amountIfAny();
        inputs.outsideView = m_like->currentIndex() > 0 ? recordView(m_records->figures()) : m_usual;
    });
    m_target->setNotBefore(m_draft.inputs().start);
}

} // namespace trestle

#include "ui/inspector/work_section.h"

#include "models/learning.h"
#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/inspector/work_field.h"
#include "ui/theme/theme.h"
#include "ui/widgets/date_field.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace trestle {

WorkSection::WorkSection(PlanDocument& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_title(new QLabel(tr("Work on it"), this)),
      m_started(new DateField(QStringLiteral("workStarted"), document.today(), this)),
      m_finished(new DateField(QStringLiteral("workFinished"), document.today(), this)),
      m_spent(new WorkField(WorkField::Kind::Spent, QStringLiteral("workSpent"), this)),
      m_left(new WorkField(WorkField::Kind::Left, QStringLiteral("workLeft"), this))
{
    setObjectName(QStringLiteral("workSection"));
    m_title->setObjectName(QStringLiteral("workTitle"));
    for (DateField* field : {m_started, m_finished})
        field->setOptional(tr("not said"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, kHalfRhythm, 0, kHalfRhythm);
    grid->setHorizontalSpacing(kRhythm);
    grid->setVerticalSpacing(kHalfRhythm);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    addRow(*grid, tr("Started"), *m_started);
    addRow(*grid, tr("Finished"), *m_finished);
    addRow(*grid, tr("Spent"), *m_spent);
    addRow(*grid, tr("Left"), *m_left);
    connect(m_started, &DateField::settled, this,
            [this] { edit(tr("start"), [day = m_started->date()](ItemActual& actual) { actual.started = day; }); });
    connect(m_finished, &DateField::settled, this,
            [this] { edit(tr("finish"), [day = m_finished->date()](ItemActual& actual) { actual.finished = day; }); });
    connect(m_spent, &WorkField::settled, this, [this] {
        edit(tr("time spent"), [work = m_spent->work()](ItemActual& actual) {
            actual.spent = work ? std::optional(work->likely) : std::nullopt;
        });
    });
    connect(m_left, &WorkField::settled, this,
            [this] { edit(tr("work left"), [work = m_left->work()](ItemActual& actual) { actual.left = work; }); });
    applyColours();
}

void WorkSection::addRow(QGridLayout& grid, const QString& caption, QWidget& field)
{
    auto* label = new QLabel(caption, this);
    label->setObjectName(field.objectName() + QStringLiteral("Label"));
    field.setAccessibleName(caption);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(&field, row, 1);
}

void WorkSection::setItem(const ItemPlan* item)
{
    // What was in place from the beginning is no work of this project.
    const bool isWork = item && (item->state == ItemState::underWay || item->actual.any() ||
                                 (item->state == ItemState::done && wasToBuild(m_document.inputs(), item->id)));
    setVisible(isWork);
    m_item = item ? format::raw(item->id) : QString();
    if (!isWork)
        return;
    const Inputs& inputs = m_document.inputs();
    const ItemActual& actual = item->actual;
    const bool isUnderWay = item->state == ItemState::underWay;
    for (DateField* field : {m_started, m_finished})
        field->setNotBefore(inputs.start);
    m_started->setDate(actual.started);
    m_finished->setDate(actual.finished);
    const auto spent =
        actual.spent ? std::optional(ThreePoint{*actual.spent, *actual.spent, *actual.spent}) : std::nullopt;
    m_spent->setWork(spent, inputs.hoursPerWeek);
    m_left->setWork(actual.left, inputs.hoursPerWeek);
    for (QWidget* part : {static_cast<QWidget*>(m_finished), findChild<QWidget*>(QStringLiteral("workFinishedLabel"))})
        part->setVisible(!isUnderWay);
    for (QWidget* part : {static_cast<QWidget*>(m_left), findChild<QWidget*>(QStringLiteral("workLeftLabel"))})
        part->setVisible(isUnderWay);
}

void WorkSection::edit(const QString& what, const std::function<void(ItemActual&)>& change)
{
    const std::string id = format::utf8(m_item);
    m_document.edit(tr("%1: %2").arg(wording::nodeTitle(m_document.plan(), id), what), [&](Inputs& inputs) {
        change(inputs.items[id].actual);
        inputs.items[id].changed = m_document.today();
    });
    setItem(m_document.plan().findItem(id)); // refused: what was before
}

void WorkSection::applyColours()
{
    m_title->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    for (auto* label : findChildren<QLabel*>()) {
        if (label == m_title)
            continue;
        label->setFont(scaledFont(font(), TextSize::Small));
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
        label->setPalette(quiet);
    }
}

void WorkSection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

} // namespace trestle

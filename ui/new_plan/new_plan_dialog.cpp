#include "ui/new_plan/new_plan_dialog.h"

#include "ui/new_plan/builders_step.h"
#include "ui/new_plan/building_step.h"
#include "ui/new_plan/live_headline.h"
#include "ui/new_plan/new_plan_draft.h"
#include "ui/new_plan/step_bar.h"
#include "ui/new_plan/when_step.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/reading_order.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace trestle {

namespace {

constexpr QSize kDialog{900, 640};
constexpr int kEdgeOfStep = 32;

QScrollArea* scrolled(QWidget* page)
{
    auto* scroll = new QScrollArea;
    scroll->setObjectName(page->objectName() + QStringLiteral("Scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    page->setAutoFillBackground(false); // the dialog's ground shows
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace

NewPlanDialog::NewPlanDialog(const NewPlanSetting& setting, QWidget* parent)
    : QDialog(parent), m_draft(new NewPlanDraft(setting.catalogue, setting.today, this)),
      m_bar(new StepBar({tr("What you’re building"), tr("Who builds it"), tr("When")}, this)),
      m_steps(new QStackedWidget(this)), m_headline(new LiveHeadline(*m_draft, this))
{
    setObjectName(QStringLiteral("newPlanDialog"));
    setWindowTitle(tr("New plan"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(makeSteps(setting), 0, 0);
    grid->addWidget(m_headline, 0, 1);
    grid->addWidget(makeFooter(), 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(0, 1);
    showStep(0);
    resize(kDialog);
}

QWidget* NewPlanDialog::makeSteps(const NewPlanSetting& setting)
{
    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("newPlanSide"));
    m_steps->setObjectName(QStringLiteral("newPlanPages"));
    m_building = new BuildingStep(*m_draft, setting, m_steps);
    const std::initializer_list<NewPlanStep*> steps{m_building, new BuildersStep(*m_draft, setting.cards, m_steps),
                                                    new WhenStep(*m_draft, m_steps)};
    for (NewPlanStep* step : steps) {
        QScrollArea* scroll = scrolled(step);
        m_steps->addWidget(scroll);
        // As wide as what is in it, with larger text too: no scrolling sideways.
        const auto widen = [scroll, step] { scroll->setMinimumWidth(step->minimumSizeHint().width()); };
        widen();
        connect(step, &NewPlanStep::rowsChanged, this, [this, widen] {
            widen();
            setReadingOrder(*this);
        });
    }
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(kEdgeOfStep, 28, kEdgeOfStep, 16);
    column->setSpacing(24);
    column->addWidget(m_bar);
    column->addWidget(m_steps, 1);
    return side;
}

QWidget* NewPlanDialog::makeFooter()
{
    auto* footer = new QWidget(this);
    footer->setObjectName(QStringLiteral("newPlanButtons"));
    auto* line = new Divider(footer);
    line->setObjectName(QStringLiteral("newPlanFooterLine"));
    const auto add = [footer](const char* name, const QString& text) {
        auto* button = new QPushButton(text, footer);
        button->setObjectName(QLatin1StringView(name));
        return button;
    };
    auto* skip = add("newPlanSkip", tr("S&kip this step"));
    skip->setProperty("link", true);
    skip->setProperty("quiet", true);
    auto* cancel = add("newPlanCancel", tr("Cancel"));
    m_back = add("newPlanBack", tr("&Back"));
    m_next = add("newPlanNext", tr("&Next"));
    m_next->setProperty("primary", true);
    m_next->setDefault(true);
    // As wide as its longest word, so that no button moves from step to step.
    const QString word = m_next->text();
    const int shorter = m_next->sizeHint().width();
    m_next->setText(tr("Create plan"));
    m_next->setFixedWidth(std::max(shorter, m_next->sizeHint().width()));
    m_next->setText(word);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(kEdgeOfStep - 8, 16, 28, 16);
    row->setSpacing(8);
    row->addWidget(skip);
    row->addStretch(1);
    for (QWidget* button : {cancel, m_back, m_next})
        row->addWidget(button);
    auto* column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    column->addLayout(row);
    connect(skip, &QPushButton::clicked, this, &NewPlanDialog::skip);
    connect(cancel, &QPushButton::clicked, this, &NewPlanDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { showStep(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, &NewPlanDialog::accept);
    return footer;
}

int NewPlanDialog::step() const
{
    return m_steps->currentIndex();
}

NewPlanStep& NewPlanDialog::current() const
{
    return *static_cast<NewPlanStep*>(static_cast<QScrollArea*>(m_steps->currentWidget())->widget());
}

void NewPlanDialog::showStep(int step)
{
    m_steps->setCurrentIndex(step);
    m_bar->setStep(step);
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < kSteps ? tr("&Next") : tr("&Create plan"));
    if (m_opened)
        current().focusFirst();
}

void NewPlanDialog::goOn()
{
    m_draft->begin();
    if (step() + 1 < kSteps)
        showStep(step() + 1);
    else
        finish();
}

void NewPlanDialog::accept()
{
    if (current().settle())
        goOn();
}

void NewPlanDialog::skip()
{
    current().skip();
    goOn();
}

/// The file may have come into being since the first step.
void NewPlanDialog::finish()
{
    if (QFileInfo::exists(m_building->path())) {
        showStep(0);
        m_building->settle();
        return;
    }
    QDialog::accept();
}

void NewPlanDialog::reject()
{
    const bool something = m_draft->isEdited() || m_building->isPathChosen();
    if (!something || (m_askToLeave ? m_askToLeave() : askToLeave()))
        QDialog::reject();
}

bool NewPlanDialog::askToLeave()
{
    QMessageBox box(QMessageBox::Question, tr("Leave the new plan"), tr("Leave without making the plan?"),
                    QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("leaveNewPlanBox"));
    box.setInformativeText(tr("What you have entered is lost."));
    const auto* leave = box.addButton(tr("&Leave"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("&Stay"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == leave;
}

NewPlan NewPlanDialog::plan() const
{
    return {m_draft->inputs(), m_building->path(), m_building->prototype()};
}

void NewPlanDialog::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), roleColor(Role::Surface, palette()));
}

void NewPlanDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (std::exchange(m_opened, true))
        return;
    setReadingOrder(*this);
    current().focusFirst();
}

} // namespace trestle

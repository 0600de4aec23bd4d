#include "ui/pages/cost_page.h"

#include "ui/base/format.h"
#include "ui/charts/month_chart.h"
#include "ui/document/plan_document.h"
#include "ui/pages/cost_table_model.h"
#include "ui/pages/cost_table_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace trestle {

namespace {

} // namespace

CostPage::CostPage(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("costPage"));
    setAccessibleName(tr("Cost"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeControls());
    m_stack = new QStackedWidget(this);
    m_stack->setObjectName(QStringLiteral("costTables"));
    m_stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_byPhase = new CostTableModel(this);
    m_byMonth = new CostTableModel(this);
    m_stack->addWidget(makeTable(*m_byPhase, "costPhaseTable", tr("Cost by phase")));
    m_stack->addWidget(makeTable(*m_byMonth, "costMonthTable", tr("Cash needed by month")));
    layout->addWidget(m_stack);
    auto* divider = new Divider(this);
    divider->setObjectName(QStringLiteral("costDivider"));
    layout->addWidget(divider);
    layout->addWidget(makeChart(), 1);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("costNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    layout->addLayout(makeFoot());

    connect(m_views, &QButtonGroup::idClicked, this, [this](int view) { setView(static_cast<View>(view)); });
    connect(m_price, &QCheckBox::clicked, this,
            [this](bool price) { setGstBasis(price ? GstBasis::price : GstBasis::purchases); });
    // Told after each change of the plan as well.
    connect(&document, &PlanDocument::riskChanged, this, &CostPage::takePlan);
    takePlan();
    applyColours();
}

QLayout* CostPage::makeFoot()
{
    const auto link = [this](const char* name, const QString& text, const QString& hint, void (CostPage::*wanted)()) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setProperty("quiet", true);
        button->setToolTip(hint);
        connect(button, &QPushButton::clicked, this, wanted);
        return button;
    };
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kPageMargin, 0, kPageMargin, 8);
    foot->setSpacing(8);
    foot->addWidget(m_note, 1);
    foot->addWidget(link("costToPrice", tr("What to charge…"),
                         tr("What a client pays for this plan, and the chance of losing on it (page Price)"),
                         &CostPage::priceWanted),
                    0, Qt::AlignTop);
    foot->addWidget(link("costToCash", tr("Does the money last…"),
                         tr("Whether what is in the bank lasts, and how much more it takes (page Cash)"),
                         &CostPage::cashWanted),
                    0, Qt::AlignTop);
    return foot;
}

QWidget* CostPage::makeControls()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("costControls"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
    layout->setSpacing(8);
    m_views = new QButtonGroup(this);
    const auto addView = [&](View view, const QString& text, const char* name) {
        auto* button = new QPushButton(text, bar);
        button->setObjectName(QString::fromLatin1(name));
        button->setCheckable(true);
        button->setProperty("chip", true);
        m_views->addButton(button, static_cast<int>(view));
        layout->addWidget(button);
    };
    addView(View::ByPhase, tr("By phase"), "costByPhase");
    addView(View::ByMonth, tr("By month"), "costByMonth");
    m_views->button(0)->setChecked(true);
    layout->addStretch(1);
    m_legend = new BarLegend(BarLegend::Bars::Ranges, bar);
    m_legend->setObjectName(QStringLiteral("costTableLegend"));
    layout->addWidget(m_legend);
    layout->addSpacing(16);
    m_price = new QCheckBox(tr("Show as a price with GST"), bar);
    m_price->setObjectName(QStringLiteral("costAsPrice"));
    m_price->setToolTip(tr("For an agency's price: 10 % GST on all of it, labour included. Otherwise GST falls only "
                           "on what is bought, never on wages. The report follows."));
    layout->addWidget(m_price);
    return bar;
}

QWidget* CostPage::makeTable(CostTableModel& model, const char* name, const QString& title)
{
    constexpr int kInset = 8;
    auto* page = new QWidget(this);
    page->setObjectName(QString::fromLatin1(name) + QStringLiteral("Page"));
    auto* layout = new QHBoxLayout(page);
    layout->setContentsMargins(kInset, 0, kInset, 0);
    auto* table = new CostTableView(model, page);
    table->setObjectName(QString::fromLatin1(name));
    table->setAccessibleName(title);
    layout->addWidget(table);
    return page;
}

QWidget* CostPage::makeChart()
{
    auto* page = new QWidget(this);
    page->setObjectName(QStringLiteral("costChartPage"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kPageMargin, 8, kPageMargin, 0);
    layout->setSpacing(8);
    auto* heading = new QHBoxLayout;
    m_chartTitle = new QLabel(page);
    m_chartTitle->setObjectName(QStringLiteral("costChartTitle"));
    auto* legend = new BarLegend(BarLegend::Bars::Months, page);
    legend->setObjectName(QStringLiteral("costChartLegend"));
    heading->addWidget(m_chartTitle);
    heading->addStretch(1);
    heading->addWidget(legend);
    m_chart = new MonthChart(page);
    layout->addLayout(heading);
    layout->addWidget(m_chart, 1);
    return page;
}

CostPage::View CostPage::view() const
{
    return static_cast<View>(m_stack->currentIndex());
}

void CostPage::setView(View view)
{
    m_views->button(static_cast<int>(view))->setChecked(true);
    m_stack->setCurrentIndex(static_cast<int>(view));
    m_legend->setVisible(view == View::ByPhase);
    m_note->setText(note());
}

GstBasis CostPage::gstBasis() const
{
    return m_document.inputs().gst;
}

void CostPage::setGstBasis(GstBasis basis)
{
    m_document.edit(basis == GstBasis::price ? tr("Show a price with GST") : tr("Show the cost ex GST"),
                    [basis](Inputs& inputs) { inputs.gst = basis; });
}

QString CostPage::note() const
{
    const Inputs& inputs = m_document.inputs();
    QStringList notes;
    notes << (view() == View::ByPhase
                  ? tr("In AUD.")
                  : tr("In AUD, likely plan; at the right the cash needed in the low and the high plan."));
    notes << (gstBasis() == GstBasis::price ? tr("GST of 10 % on all of it, as on a price.")
                                            : tr("GST of 10 % on what is bought; none on wages."));
    notes << (inputs.costMode == CostMode::retained
                  ? tr("People are paid from their first day to the finish, busy or not.")
                  : tr("People are paid for the time they work on the plan."));
    if (const Plan& plan = m_document.plan(); plan.hasOwnTime())
        notes << tr("Of the likely cost ex GST, %1 is own time and %2 is to be paid out.")
                     .arg(format::shownMoney(plan.shown.ownTime.likely),
                          format::shownMoney(plan.shown.total.likely - plan.shown.ownTime.likely));
    if (inputs.monthsAfterLaunch > 0)
        notes << (inputs.monthsAfterLaunch == 1
                      ? tr("Running costs go on for a month after the finish.")
                      : tr("Running costs go on for %1 months after the finish.").arg(inputs.monthsAfterLaunch));
    return notes.join(u' ');
}

void CostPage::takePlan()
{
    m_stale = true;
    m_price->setChecked(gstBasis() == GstBasis::price);
    if (isVisible())
        refresh();
}

void CostPage::refresh()
{
    m_stale = false;
    const Plan& plan = m_document.plan();
    const GstBasis basis = gstBasis();
    m_byPhase->setGrid(costGridByPhase(plan, basis, m_document.risk().get()));
    m_byMonth->setGrid(costGridByMonth(plan, basis));
    m_chart->setMonths(monthBars(shownMonthTable(plan, basis), true));
    m_chartTitle->setText(basis == GstBasis::price ? tr("Price by month, AUD inc GST")
                                                   : tr("Cash needed by month, AUD inc GST"));
    m_note->setText(note());
}

void CostPage::applyColours()
{
    m_chartTitle->setFont(scaledFont(font(), TextSize::Body, QFont::DemiBold));
    m_note->setFont(scaledFont(font(), TextSize::Small));
    QPalette quiet = m_note->palette();
    quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
    m_note->setPalette(quiet);
}

void CostPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void CostPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

} // namespace trestle

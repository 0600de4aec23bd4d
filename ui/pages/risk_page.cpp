#include "ui/pages/risk_page.h"

#include "ui/base/format.h"
#include "ui/base/wording.h"
#include "ui/document/plan_document.h"
#include "ui/questions/risk_service.h"
#include "ui/risk/correlation_editor.h"
#include "ui/risk/register_view.h"
#include "ui/risk/register_words.h"
#include "ui/risk/risk_chart_widgets.h"
#include "ui/risk/risk_controls.h"
#include "ui/risk/risk_matrix_chart.h"
#include "ui/risk/risk_section.h"
#include "ui/risk/risk_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/page_scroll.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace trestle {

namespace {

constexpr int kGap = 24;
constexpr int kTwoColumns = 640; // logical pixels of room that two charts beside each other need
constexpr int kPatience = 300;   // milliseconds: most simulations are done by then

/// Round steps for the keys, about forty over the simulated costs.
double costStep(const Risk& risk)
{
    constexpr double kSteps = 40;
    const double wanted = (risk.sortedTotal.back() - risk.sortedTotal.front()) / kSteps;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(1.0, wanted))));
    return wanted <= power ? power : wanted <= 2 * power ? 2 * power : wanted <= 5 * power ? 5 * power : 10 * power;
}

/// Weeks; in days where the plan is short.
double finishStep(const Risk& risk)
{
    constexpr double kFew = 6;
    return risk.sortedFinish.back() - risk.sortedFinish.front() < kFew ? 1.0 / kWorkingDaysPerWeek : 1.0;
}

} // namespace

RiskPage::RiskPage(PlanDocument& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("riskPage"));
    setAccessibleName(tr("Risk"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("riskProgress"));
    m_progress->setAccessibleName(tr("Simulation"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    m_progress->setRange(0, 100);
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    page->addWidget(m_progress);

    m_scroll = makePageScroll(*this, QStringLiteral("riskScroll"), tr("Risk"));
    auto* content = new QWidget(m_scroll);
    content->setObjectName(QStringLiteral("riskContent"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kPageMargin, 8, kPageMargin, kPageMargin);
    column->setSpacing(16);
    column->addWidget(new RiskControls(document, content));
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(kGap);
    m_grid->setVerticalSpacing(kGap);
    column->addLayout(m_grid);
    makeSections(content);
    m_register = new RegisterView(document, content);
    connect(m_register, &RegisterView::refused, this, &RiskPage::refused);
    column->addWidget(makeFoot(content));
    column->addStretch(1);
    setPageContent(*m_scroll, *content);
    page->addWidget(m_scroll, 1);

    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &RiskPage::showProgress);
    connect(&document, &PlanDocument::riskChanged, this, &RiskPage::takeRisk);
    connect(&document.simulation(), &RiskService::progressed, this,
            [this](double part) { m_progress->setValue(static_cast<int>(part * 100)); });
    m_progress->hide();
    applyColours();
    arrange();
}

RiskPage::~RiskPage() = default;

void RiskPage::makeSections(QWidget* content)
{
    const RiskWords titles = riskTitles();
    const auto add = [&](const char* name, auto* chart, const RiskPart& part) {
        auto* section = new RiskSection(QString::fromLatin1(name), part.title, chart, content);
        m_sections.push_back(section);
        return section;
    };
    m_finishChart = new SureChart(QStringLiteral("finishCurve"), content);
    m_costChart = new SureChart(QStringLiteral("costCurve"), content);
    m_jointChart = new JointChart(QStringLiteral("jointChance"), content);
    m_matrixChart = new RiskMatrixChart(QStringLiteral("riskMatrix"), content);
    m_driverChart = new PhaseBarChart(QStringLiteral("drivers"), content);
    m_finishMoverChart = new PhaseBarChart(QStringLiteral("finishMovers"), content);
    m_costMoverChart = new PhaseBarChart(QStringLiteral("costMovers"), content);
    m_finish = add("riskFinish", m_finishChart, titles.finish);
    m_cost = add("riskCost", m_costChart, titles.cost);
    m_joint = add("riskJoint", m_jointChart, titles.joint);
    m_matrix = add("riskPlaces", m_matrixChart, {tr("How likely, how bad"), {}, false});
    m_drivers = add("riskDrivers", m_driverChart, titles.drivers);
    m_finishMovers = add("riskFinishMovers", m_finishMoverChart, titles.finishMovers);
    m_costMovers = add("riskCostMovers", m_costMoverChart, titles.costMovers);
}

QWidget* RiskPage::makeFoot(QWidget* content)
{
    auto* foot = new QWidget(content);
    foot->setObjectName(QStringLiteral("riskFoot"));
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_basis = new QLabel(foot);
    m_basis->setObjectName(QStringLiteral("riskBasis"));
    m_basis->setTextFormat(Qt::PlainText);
    m_basis->setWordWrap(true);
    column->addWidget(new CorrelationEditor(m_document, foot));
    column->addWidget(m_basis);
    return foot;
}

void RiskPage::takeRisk()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void RiskPage::refresh()
{
    m_stale = false;
    showMatrix();
    const std::shared_ptr<const Risk> risk = m_document.risk();
    if (!risk) {
        wait();
        return;
    }
    m_patience.stop();
    m_progress->hide();
    show(m_document.plan(), *risk);
}

void RiskPage::show(const Plan& plan, const Risk& risk)
{
    const RiskWords words = riskWords(plan, risk);
    if (words.finish.drawn)
        m_finishChart->setCurve(
            riskcharts::finishCurve(plan, risk), finishStep(risk), [&document = m_document](double week) {
                const auto now = document.risk();
                const Weeks offset = riskwords::projectWeek(document.plan(), 0);
                return now ? riskcharts::finishReading(document.plan(), *now, week - offset) : QString();
            });
    if (words.cost.drawn)
        m_costChart->setCurve(riskcharts::costCurve(plan, risk), costStep(risk),
                              [&document = m_document](double dollars) {
                                  const auto now = document.risk();
                                  return now ? riskcharts::costReading(*now, dollars) : QString();
                              });
    if (words.joint.drawn)
        m_jointChart->setField(riskcharts::jointField(plan, risk));
    if (words.drivers.drawn)
        m_driverChart->setBars(riskcharts::drivers(plan, risk), riskcharts::driverReading);
    if (words.finishMovers.drawn)
        m_finishMoverChart->setBars(riskcharts::finishMovers(plan, risk), riskcharts::finishMoverReading);
    if (words.costMovers.drawn)
        m_costMoverChart->setBars(riskcharts::costMovers(plan, risk), riskcharts::costMoverReading);
    m_finish->setPart(words.finish);
    m_cost->setPart(words.cost);
    m_joint->setPart(words.joint);
    m_drivers->setPart(words.drivers);
    m_finishMovers->setPart(words.finishMovers);
    m_costMovers->setPart(words.costMovers);
    setTables(plan, risk);
    m_basis->setText(tr("%1. Each phase draws its effort from its range; people, links and leave are scheduled again "
                        "in every plan.")
                         .arg(words.basis));
    arrange();
}

/// Of the plan alone: it waits for no simulation.
void RiskPage::showMatrix()
{
    const Plan& plan = m_document.plan();
    RiskMatrix matrix = registerwords::matrix(plan);
    QStringList readings;
    for (std::size_t risk = 0; risk < matrix.marks.size(); ++risk)
        readings += registerwords::placeWords(plan, risk);
    const bool any = !matrix.marks.empty();
    m_matrixChart->setMatrix(std::move(matrix), readings);
    m_matrix->setPart({tr("How likely, how bad"), registerwords::matrixSentence(plan), any});
    arrange();
}

void RiskPage::setTables(const Plan& plan, const Risk& risk)
{
    using namespace riskwords;
    const auto set = [](RiskSection& section, const Table& table) {
        section.chart().setTexts(section.part().sentence + u' ' + asSentences(table), asTabbedText(table));
    };
    const Table percentiles = percentileTable(plan, risk);
    set(*m_finish, percentiles);
    set(*m_cost, percentiles);
    set(*m_joint, quarterTable(plan, risk));
    set(*m_drivers, driverTable(plan, risk));
    const Table movers = moverTable(plan, risk);
    set(*m_finishMovers, movers);
    set(*m_costMovers, movers);
}

void RiskPage::wait()
{
    const RiskService& simulation = m_document.simulation();
    const auto& error = simulation.error();
    const QString count = format::number(kSimulationRuns, 0);
    const QString text = error ? wording::error(*error) : tr("Simulating %1 plans…").arg(count);
    for (RiskSection* section : m_sections)
        if (section != m_matrix)
            section->setPending(text);
    m_basis->setText(error ? tr("The plan could not be simulated. %1").arg(text) : text);
    m_progress->setValue(0);
    if (error)
        m_progress->hide();
    else if (!m_patience.isActive() && m_progress->isHidden())
        m_patience.start();
}

void RiskPage::showProgress()
{
    m_progress->setVisible(m_document.simulation().isUnderWay());
}

void RiskPage::arrange()
{
    const int columns = width() - 2 * kPageMargin >= kTwoColumns ? 2 : 1;
    // A section without a chart beside one with a chart would leave half of the page empty.
    std::vector<RiskSection*> order = m_sections;
    std::ranges::stable_sort(order, {}, [](const RiskSection* section) {
        const RiskPart& part = section->part();
        return part.drawn ? 0 : part.sentence.isEmpty() ? 2 : 1;
    });
    if (columns == m_columns && order == m_order)
        return;
    m_columns = columns;
    m_order = order;
    while (m_grid->count() > 0)
        delete m_grid->takeAt(0);
    const std::size_t above = aboveRegister(order);
    int place = 0;
    const auto startLine = [&] { place = (place + columns - 1) / columns * columns; };
    for (std::size_t i = 0; i <= order.size(); ++i) {
        if (i == above) {
            startLine();
            m_grid->addWidget(m_register, place / columns, 0, 1, columns);
            place += columns;
        }
        if (i < order.size()) {
            m_grid->addWidget(order[i], place / columns, place % columns);
            ++place;
        }
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

/// So many of the sections, as placed, come before the register: with risks the curves and the picture of them, as far
/// as they fill their lines, else all.
std::size_t RiskPage::aboveRegister(const std::vector<RiskSection*>& order) const
{
    if (!m_matrix->part().drawn)
        return order.size();
    const auto matrix = std::ranges::find(order, m_matrix);
    auto above = static_cast<std::size_t>(matrix - order.begin()) + 1;
    if (m_columns == 2 && above % 2 == 1 && above < order.size() && order[above]->part().drawn)
        ++above;
    return above;
}

void RiskPage::applyColours()
{
    m_basis->setFont(scaledFont(font(), TextSize::Small));
    QPalette quiet = m_basis->palette();
    quiet.setColor(QPalette::WindowText, roleColor(Role::TextMuted, palette()));
    m_basis->setPalette(quiet);
}

void RiskPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RiskPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void RiskPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

} // namespace trestle

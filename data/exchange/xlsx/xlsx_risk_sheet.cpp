#include "data/exchange/xlsx/xlsx_chart.h"
#include "data/exchange/xlsx/xlsx_pages.h"
#include "models/risk/promises.h"
#include "models/rounding.h"

#include <algorithm>
#include <functional>

namespace trestle {

namespace {

constexpr CellLook kHeading{.isStrong = true};
constexpr CellLook kPercentCell{CellKind::percent};
constexpr CellLook kDollarsCell{CellKind::dollars};

class RiskSheet {
public:
    explicit RiskSheet(XlsxPages& pages)
        : m_pages(pages), m_plan(pages.plan), m_risk(pages.risk), m_sheet(pages.chances)
    {
    }

    void write()
    {
        m_sheet.title("Risk");
        m_sheet.setWidest(0, 40);
        m_sheet.setWidest(7, 16);
        m_sheet.note(1, "From " + std::to_string(m_risk.runs) + " simulated plans, seed " +
                            std::to_string(m_risk.seed) +
                            ". They stay as they were simulated when a rate or an effort in Assumptions is changed. "
                            "AUD without GST.");
        writePercentiles();
        writeChances();
        writeMovers();
        writeCurves();
        writeRegister();
        m_sheet.freeze({2, 1}, 0);
        m_sheet.finish(m_pages.footer);
    }

private:
    void writePercentiles()
    {
        m_sheet.headers(3, {"Chance of at most", "Finish", "Weeks", "Labour, AUD", "Total, AUD"});
        m_row = 4;
        const Percentiles labour = m_risk.labourPercentiles();
        const Percentiles total = m_risk.totalPercentiles();
        const Percentiles weeks = m_risk.finishPercentiles();
        const auto line = [&](double chance, double Percentiles::* which) {
            m_sheet.number({m_row, 0}, chance, kPercentCell);
            m_sheet.date({m_row, 1}, m_plan.calendar.lastDate(0, weeks.*which));
            m_sheet.number({m_row, 2}, weeks.*which);
            m_sheet.money({m_row, 3}, promised(Money::rounded(labour.*which)), kDollarsCell);
            m_sheet.money({m_row++, 4}, promised(Money::rounded(total.*which)), kDollarsCell);
        };
        line(0.1, &Percentiles::p10);
        line(0.5, &Percentiles::p50);
        line(0.8, &Percentiles::p80);
        line(0.9, &Percentiles::p90);
        m_sheet.text({m_row, 0}, "Likely plan");
        m_sheet.date({m_row, 1}, m_plan.finishDate.likely);
        m_sheet.number({m_row, 2}, m_plan.finish.likely);
        m_sheet.money({m_row, 3}, m_plan.labour.likely, kDollarsCell);
        m_sheet.money({m_row++, 4}, m_plan.total.likely, kDollarsCell);
    }

    void chance(std::string_view name, const Chance& chance)
    {
        m_sheet.text({m_row, 0}, name);
        writeChance(m_sheet, {m_row, 1}, told(chance));
        ++m_row;
    }

    void writeChances()
    {
        ++m_row;
        m_sheet.headers(m_row++, {"Chance", ""});
        const LikelyChance likely = chanceOfLikely(m_plan, m_risk);
        chance("Likely plan in time", likely.onTime);
        chance("Likely plan within its cost", likely.inBudget);
        chance("Likely plan both", likely.both);
        const TargetChance target = targetChance(m_plan, m_risk);
        if (target.onTime)
            chance("Done by " + isoDate(*m_plan.inputs.targetDate), *target.onTime);
        if (target.inBudget)
            chance("Within the budget", *target.inBudget);
        if (target.both)
            chance("Date and budget", *target.both);
    }

    void mover(std::string_view name, const Sensitivity& moved)
    {
        m_sheet.text({m_row, 0}, name);
        m_sheet.number({m_row, 1}, moved.finishWhenLow);
        m_sheet.number({m_row, 2}, moved.finishWhenHigh);
        m_sheet.money({m_row, 3}, threeDigits(Money::rounded(moved.costWhenLow)), kDollarsCell);
        m_sheet.money({m_row, 4}, threeDigits(Money::rounded(moved.costWhenHigh)), kDollarsCell);
    }

    void writeMovers()
    {
        ++m_row;
        m_sheet.text({m_row++, 0}, "What moves the plan", kHeading);
        m_sheet.headers(m_row++, {"In its shortest and longest fifth of runs", "Weeks when short", "Weeks when long",
                                  "AUD when short", "AUD when long", "Sets the finish in", "With unlimited people"});
        if (m_risk.outside)
            mover("Project as a whole", *m_risk.outside), ++m_row;
        std::vector<const PhaseRisk*> phases;
        for (const PhaseRisk& phase : m_risk.phases)
            if (phase.hasWork)
                phases.push_back(&phase);
        std::ranges::stable_sort(phases, std::greater{},
                                 [](const PhaseRisk* phase) { return phase->finishWhenHigh - phase->finishWhenLow; });
        for (const PhaseRisk* phase : phases) {
            mover(m_plan.findPhase(phase->id)->shortTitle, *phase);
            writeChance(m_sheet, {m_row, 5}, toldShare(phase->drivesFinish));
            writeChance(m_sheet, {m_row++, 6}, toldShare(phase->drivesByLinks));
        }
    }

    void writeRegister()
    {
        const std::vector<RiskEvent>& events = m_plan.inputs.risks.events;
        if (events.empty())
            return;
        ++m_row;
        m_sheet.text({m_row++, 0}, "What may happen", kHeading);
        m_sheet.headers(m_row++, {"Risk", "Chance", "Person-weeks, likely", "Delay in weeks, likely", "AUD, likely",
                                  "State", "Phase", "Owner", "Response"});
        for (const RiskEvent& event : events) {
            m_sheet.text({m_row, 0}, event.title.empty() ? event.id : event.title);
            m_sheet.number({m_row, 1}, event.p, kPercentCell);
            m_sheet.number({m_row, 2}, event.effort.likely);
            m_sheet.number({m_row, 3}, event.delay.likely);
            m_sheet.number({m_row, 4}, event.money.likely, kDollarsCell);
            m_sheet.text({m_row, 5}, stateOf(event.status));
            if (const PhasePlan* phase = m_plan.findPhase(event.phase))
                m_sheet.text({m_row, 6}, phase->shortTitle);
            m_sheet.text({m_row, 7}, event.owner);
            m_sheet.text({m_row++, 8}, event.response ? event.response->title : "");
        }
    }

    static std::string_view stateOf(RiskStatus status)
    {
        switch (status) {
        case RiskStatus::open: return "Open";
        case RiskStatus::responded: return "Response in the plan";
        case RiskStatus::happened: return "Happened";
        case RiskStatus::notHappened: return "Did not happen";
        }
        return {};
    }

    void writeCurves()
    {
        ++m_row;
        m_sheet.text({m_row++, 0}, "How sure by when, and for how much", kHeading);
        const std::uint32_t titles = m_row++;
        m_sheet.headers(titles, {"Chance of at most", "Finish", "Weeks", "Total, AUD"});
        const std::uint32_t first = m_row;
        constexpr int kSteps = 20;
        for (int step = 0; step <= kSteps; ++step) {
            const double q = step == 0 ? 0.01 : step == kSteps ? 0.99 : static_cast<double>(step) / kSteps;
            m_sheet.number({m_row, 0}, q, kPercentCell);
            m_sheet.date({m_row, 1}, m_plan.calendar.lastDate(0, m_risk.finishAt(q)));
            m_sheet.number({m_row, 2}, m_risk.finishAt(q));
            m_sheet.number({m_row++, 3}, m_risk.totalAt(q).inDollars(), kDollarsCell);
        }
        constexpr std::uint16_t kChartColumn = 8;
        constexpr std::uint32_t kFirstChart = 3;
        constexpr std::uint32_t kRowsOfChart = 19;
        ChartCells cells{.form = ChartForm::curves,
                         .titles = titles,
                         .first = first,
                         .last = m_row - 1,
                         .along = 1,
                         .columns = {0},
                         .title = "Chance to be done by a date",
                         .alongName = "",
                         .upName = "Chance",
                         .alongFormat = "d mmm yy",
                         .upFormat = "0%"};
        addChart(m_pages.book, m_sheet, {kFirstChart, kChartColumn}, cells);
        cells.along = 3;
        cells.title = "Chance to cost at most so much";
        cells.alongName = "AUD without GST";
        cells.alongFormat = "#,##0";
        addChart(m_pages.book, m_sheet, {kFirstChart + kRowsOfChart, kChartColumn}, cells);
    }

    XlsxPages& m_pages;
    const Plan& m_plan;
    const Risk& m_risk;
    XlsxSheet& m_sheet;
    std::uint32_t m_row = 0;
};

} // namespace

void writeChances(XlsxPages& pages)
{
    RiskSheet(pages).write();
}

} // namespace trestle

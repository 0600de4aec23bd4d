#include "data/exchange/xlsx/xlsx_pages.h"

namespace trestle {

namespace {

constexpr std::uint32_t kFirstRow = 4;
constexpr std::uint16_t kStateColumn = 1;
constexpr std::uint16_t kEffortColumn = 2;
constexpr std::uint16_t kStartColumn = 3;
constexpr int kFinishColumn = 4; ///< of three
constexpr int kCostColumn = 7;   ///< of three
constexpr std::uint16_t kDrivesColumn = 10;
constexpr std::uint16_t kPeopleColumn = 11;
constexpr std::uint16_t kWaitsColumn = 12;
constexpr std::uint16_t kNoteColumn = 13;

std::string listOf(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

class PlanSheet {
public:
    explicit PlanSheet(XlsxPages& pages) : m_pages(pages), m_plan(pages.plan), m_sheet(pages.items) {}

    void write()
    {
        m_sheet.title("Plan");
        m_sheet.setWidest(0, 38);
        m_sheet.setWidest(kPeopleColumn, 20);
        m_sheet.setWidest(kWaitsColumn, 24);
        m_sheet.setWidest(kNoteColumn, 26);
        m_sheet.note(
            1, "Effort is in person-weeks. Dates stay as they were planned. Amounts are AUD without GST; fold the "
               "items of a phase away at the left.");
        m_sheet.headers(kFirstRow - 1, {"Phase and items", "State", "Effort", "Start", "Finish low", "Finish likely",
                                        "Finish high", "AUD low", "AUD likely", "AUD high", "Sets the finish", "People",
                                        "Waits for", "Owner and note"});
        m_row = kFirstRow;
        for (const PhasePlan& phase : m_plan.phases)
            writePhase(phase);
        writeTotals();
        m_sheet.freeze({kFirstRow, 1}, kFirstRow - 1);
        m_sheet.finish(m_pages.footer);
    }

private:
    void writeTimes(const PerCase<Span>& when, const CellLook& look)
    {
        const Span& likely = when.likely;
        CellLook date = look;
        date.kind = CellKind::date;
        if (likely.hasWork)
            m_sheet.date({m_row, kStartColumn}, m_plan.calendar.startDate(likely.start), date);
        for (const Case which : kCases)
            if (const Span& span = when.at(which); span.hasWork)
                m_sheet.date({m_row, columnOf(which, kFinishColumn)}, m_plan.calendar.lastDate(span.start, span.finish),
                             date);
    }

    /// The sum of the rows below that belong to this one.
    void sum(std::uint16_t column, std::size_t count, double value, CellKind kind)
    {
        const CellAt first{m_row + 1, column};
        const CellAt last{m_row + static_cast<std::uint32_t>(count), column};
        m_sheet.formula({m_row, column}, count > 0 ? "SUM(" + rangeName(first, last, false) + ")" : "0", value,
                        {.kind = kind, .isStrong = true});
    }

    void writePhase(const PhasePlan& phase)
    {
        constexpr CellLook kStrong{.isStrong = true};
        m_sheet.text({m_row, 0}, phase.title, kStrong);
        sum(kEffortColumn, phase.itemCount, phase.effort.likely, CellKind::decimal);
        for (const Case which : kCases)
            sum(columnOf(which, kCostColumn), phase.itemCount, phase.cost.at(which).inDollars(), CellKind::money);
        writeTimes(phase.when, kStrong);
        m_sheet.text({m_row, kDrivesColumn}, phase.hasWork && phase.drivesFinish ? "Yes" : "");
        m_sheet.text({m_row, kWaitsColumn}, listOf(titlesOf(phase.waitsFor)));
        if (const auto note = m_plan.inputs.phaseNotes.find(phase.id); note != m_plan.inputs.phaseNotes.end())
            m_sheet.text({m_row, kNoteColumn}, note->second);
        ++m_row;
        for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i)
            writeItem(i);
    }

    void writeItem(std::size_t index)
    {
        const ItemPlan& item = m_plan.items[index];
        m_sheet.text({m_row, 0}, item.title, {.indent = 1});
        m_sheet.text({m_row, kStateColumn}, standingOf(m_plan, item));
        m_sheet.formula({m_row, kEffortColumn}, m_pages.assumptions.ref(m_pages.effortCell(index, Case::likely)),
                        item.effort.likely, {CellKind::decimal});
        for (const Case which : kCases)
            m_sheet.formula({m_row, columnOf(which, kCostColumn)}, m_pages.itemCost(index, which),
                            item.cost.at(which).inDollars());
        writeTimes(item.when, {});
        m_sheet.text({m_row, kDrivesColumn}, item.hasWork && item.drivesFinish ? "Yes" : "");
        std::vector<std::string> people;
        for (const std::size_t person : peopleOn(item))
            people.push_back(m_plan.people[person].name);
        m_sheet.text({m_row, kPeopleColumn}, listOf(people));
        if (item.hasWork)
            m_sheet.text({m_row, kWaitsColumn}, listOf(titlesOf(item.waitsFor.on)));
        if (const auto input = m_plan.inputs.items.find(item.id); input != m_plan.inputs.items.end()) {
            m_sheet.text({m_row, kNoteColumn}, ownerAndNote(input->second));
        }
        m_sheet.foldable(m_row++);
    }

    /// Ids of phases and items as they are called; anything else as it is.
    [[nodiscard]] std::vector<std::string> titlesOf(std::vector<std::string> nodes) const
    {
        for (std::string& node : nodes)
            if (const PhasePlan* phase = m_plan.findPhase(node))
                node = phase->shortTitle;
            else if (const ItemPlan* item = m_plan.findItem(node))
                node = item->title;
        return nodes;
    }

    void total(std::string_view name, const PerCase<std::string>& formulas, const PerCase<Money>& amounts, bool isLast)
    {
        m_sheet.text({m_row, 0}, name, {.isTotal = isLast});
        for (const Case which : kCases)
            m_sheet.formula({m_row, columnOf(which, kCostColumn)}, formulas.at(which), amounts.at(which).inDollars(),
                            {.kind = CellKind::money, .isTotal = isLast});
        ++m_row;
    }

    void writeTotals()
    {
        ++m_row;
        const std::uint32_t first = m_row;
        PerCase<std::string> labour;
        for (const Case which : kCases)
            labour.at(which) = m_pages.labour(which);
        if (m_plan.actual.any()) {
            m_sheet.text({m_row, 0}, "Spent so far");
            for (const Case which : kCases)
                m_sheet.money({m_row, columnOf(which, kCostColumn)}, m_plan.actual.total());
            ++m_row;
        }
        total("Labour", labour, m_plan.labour, false);
        for (const RunningCostPlan& cost : m_plan.running) {
            m_sheet.text({m_row, 0}, cost.title);
            m_sheet.date({m_row, kStartColumn}, cost.from.likely);
            for (const Case which : kCases)
                m_sheet.money({m_row, columnOf(which, kCostColumn)}, cost.cost.at(which));
            ++m_row;
        }
        if (m_plan.riskTotal.high > Money{}) {
            m_sheet.text({m_row, 0}, "Risks: responses, and what has happened");
            for (const Case which : kCases)
                m_sheet.money({m_row, columnOf(which, kCostColumn)}, m_plan.riskTotal.at(which));
            ++m_row;
        }
        PerCase<std::string> all;
        for (const Case which : kCases)
            all.at(which) =
                "SUM(" +
                rangeName({first, columnOf(which, kCostColumn)}, {m_row - 1, columnOf(which, kCostColumn)}, false) +
                ")";
        const auto lastItem = static_cast<std::uint32_t>(m_pages.firstItem() + m_plan.items.size() - 1);
        const std::string efforts =
            m_pages.assumptions.ref(m_pages.effortCell(0, Case::likely), {lastItem, columnOf(Case::likely, 2)});
        m_sheet.formula({m_row, kEffortColumn}, m_plan.items.empty() ? "0" : "SUM(" + efforts + ")",
                        m_plan.effort.likely, {.kind = CellKind::decimal, .isTotal = true});
        for (const Case which : kCases)
            m_sheet.date({m_row, columnOf(which, kFinishColumn)}, m_plan.finishDate.at(which),
                         {.kind = CellKind::date, .isTotal = true});
        total("Total without GST", all, m_plan.total, true);
    }

    XlsxPages& m_pages;
    const Plan& m_plan;
    XlsxSheet& m_sheet;
    std::uint32_t m_row = 0;
};

} // namespace

std::string ownerAndNote(const ItemInput& item)
{
    return item.owner + (item.owner.empty() || item.note.empty() ? "" : ": ") + item.note;
}

std::string_view standingOf(const Plan& plan, const ItemPlan& item)
{
    if (const auto scope = scopeOf(plan.inputs, item.id); scope && isApart(plan.inputs.scopes, item.id))
        return *scope == ItemScope::phase2 ? "Phase 2" : "Option";
    switch (item.state) {
    case ItemState::missing: return "To build";
    case ItemState::partial: return "Partly in place";
    case ItemState::done: return "In place";
    case ItemState::excluded: return "Not needed";
    case ItemState::underWay: return "Under way";
    }
    return {};
}

void writeItems(XlsxPages& pages)
{
    PlanSheet(pages).write();
}

} // namespace trestle

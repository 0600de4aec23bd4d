#include "data/exchange/xlsx/xlsx_pages.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/risk/promises.h"

namespace trestle {

namespace {

constexpr std::uint32_t kClientFirstRow = 5;
constexpr std::uint16_t kClientStartColumn = 2;
constexpr std::uint16_t kClientFinishColumn = 3;
constexpr std::uint16_t kClientNoteColumn = 4;

class ClientPlanSheet {
public:
    ClientPlanSheet(XlsxSheet& sheet, const ExportSource& source)
        : m_source(source), m_plan(*source.plan), m_sheet(sheet)
    {
    }

    void write()
    {
        const Inputs& inputs = m_plan.inputs;
        m_sheet.title(inputs.name.empty() ? "Plan" : inputs.name);
        m_sheet.setWidest(0, 60);
        if (m_plan.nothingLeft())
            m_sheet.note(1, "Nothing is left to build.");
        else
            writeDates();
        m_sheet.headers(kClientFirstRow - 1,
                        {"Phase and items", "State", "Planned start", "Planned finish", "Owner and note"});
        m_row = kClientFirstRow;
        for (const PhasePlan& phase : m_plan.phases)
            writePhase(phase);
        if (!inputs.notes.empty())
            m_sheet.note(m_row + 1, inputs.notes, {.kind = CellKind::wrapped});
        m_sheet.freeze({kClientFirstRow, 1}, kClientFirstRow - 1);
        m_sheet.finish(footerOf(m_source));
    }

private:
    void writeDates()
    {
        const int confidence = priceConfidence(m_plan.inputs);
        m_sheet.text({1, 0}, "Work starts");
        m_sheet.date({1, kClientStartColumn}, m_plan.startDate);
        m_sheet.text({2, 0}, "Ready for production by", {.isStrong = true});
        m_sheet.date({2, kClientStartColumn}, headlineOf(m_plan, *m_source.risk, confidence).finishDate,
                     {.kind = CellKind::date, .isStrong = true});
    }

    void writeTimes(const Span& likely, bool isStrong)
    {
        if (!likely.hasWork)
            return;
        const CellLook look{.kind = CellKind::date, .isStrong = isStrong};
        m_sheet.date({m_row, kClientStartColumn}, m_plan.calendar.startDate(likely.start), look);
        m_sheet.date({m_row, kClientFinishColumn}, m_plan.calendar.lastDate(likely.start, likely.finish), look);
    }

    void writePhase(const PhasePlan& phase)
    {
        m_sheet.text({m_row, 0}, phase.title, {.isStrong = true});
        writeTimes(phase.when.likely, true);
        if (const auto note = m_plan.inputs.phaseNotes.find(phase.id); note != m_plan.inputs.phaseNotes.end())
            m_sheet.text({m_row, kClientNoteColumn}, note->second);
        ++m_row;
        for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i)
            writeItem(m_plan.items[i]);
    }

    void writeItem(const ItemPlan& item)
    {
        m_sheet.text({m_row, 0}, item.title, {.indent = 1});
        m_sheet.text({m_row, 1}, standingOf(m_plan, item));
        writeTimes(item.when.likely, false);
        if (const auto input = m_plan.inputs.items.find(item.id); input != m_plan.inputs.items.end())
            m_sheet.text({m_row, kClientNoteColumn}, ownerAndNote(input->second));
        m_sheet.foldable(m_row++);
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    XlsxSheet& m_sheet;
    std::uint32_t m_row = 0;
};

} // namespace

void writeClientSheets(XlsxBook& book, const ExportSource& source)
{
    XlsxSheet plan(book, "Plan");
    ClientPlanSheet(plan, source).write();
    if (!isPriced(source.plan->inputs) || source.risk->value.empty())
        return;
    XlsxSheet price(book, "Price");
    writePriceSheet(price, source);
}

} // namespace trestle

#include "ui/report/sheets/plan_pages.h"

#include "data/exchange/audience_rules.h"
#include "models/risk/promises.h"
#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording.h"
#include "ui/gantt/gantt_words.h"
#include "ui/paper/paper.h"
#include "ui/report/sheets/report_timeline.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace trestle {

namespace {

constexpr double kIndentOfItems = 26;
constexpr double kChartPart = 0.44;       // of the width …
constexpr double kChartBesideNames = 0.3; // … and beside a column of names
constexpr double kGroupPadding = 8;

/// What a row of the table is of.
struct PlanRow {
    enum class Of { phase, phaseNote, item, note, total };
    Of of = Of::phase;
    std::size_t index = 0;
};

QStringList namesOf(const Plan& plan, const std::vector<std::size_t>& people)
{
    QStringList names;
    for (const std::size_t person : people)
        names += format::text(plan.people[person].name);
    return names;
}

/// "Ana, Ben and Cy".
QString together(const QStringList& names)
{
    return names.size() < 2 ? names.join(QString())
                            : tr("%1 and %2").arg(names.first(names.size() - 1).join(tr(", ")), names.last());
}

/// Who works on every item, where that is the same for all, or nobody; nothing where it is not.
std::optional<std::vector<std::size_t>> crewOfAll(const Plan& plan)
{
    std::optional<std::vector<std::size_t>> crew;
    for (const ItemPlan& item : plan.items) {
        if (!item.hasWork)
            continue;
        if (std::vector<std::size_t> people = peopleOn(item); !crew)
            crew = std::move(people);
        else if (std::ranges::sort(people), std::ranges::sort(*crew); people != *crew)
            return std::nullopt;
    }
    return crew ? crew : std::vector<std::size_t>();
}

/// Rows and columns of the table, made for one reader.
class PlanTable {
public:
    explicit PlanTable(const ReportContext& context)
        : m_context(context), m_plan(context.plan), m_crew(crewOfAll(context.plan)),
          m_until(untilSure(context.plan, context.risk)), m_last(lastDateOf(context)),
          m_oneYear(isOneYear(context.plan, m_last)), m_tellsCost(showsCost(context.audience()))
    {
        for (std::size_t p = 0; p < m_plan.phases.size(); ++p)
            addPhase(p);
        addTotal();
    }

    [[nodiscard]] bool tellsCost() const { return m_tellsCost; }
    [[nodiscard]] const std::optional<std::vector<std::size_t>>& crew() const { return m_crew; }

    PageTable make(double width)
    {
        std::vector<PageTable::Column> columns{{.title = tr("Phase and item"), .grow = 1.0}};
        if (!m_crew)
            columns.push_back({.title = tr("Who"), .grow = 0.7});
        columns.push_back({.title = datesTitle(), .right = true});
        if (m_tellsCost)
            columns.push_back({.title = tr("AUD"), .right = true});
        PageTable::Style style;
        style.ruled = false;
        style.air = 5;
        style.padding = kGroupPadding;
        if (m_plan.nothingLeft()) // no bars
            return {std::move(columns), std::move(m_rows), width, m_context.palette, style};
        const double wide = width * (m_crew ? kChartPart : kChartBesideNames);
        const auto line = std::make_shared<const ReportTimeline>(
            m_plan, m_context.risk, m_context.palette, wide,
            showsChances(m_context.audience()) ? ReportTimeline::Bars::LikelyAndSure : ReportTimeline::Bars::OneDate);
        PageTable::Column bars{.width = wide};
        bars.paint = [line, of = m_of](QPainter& painter, const QRectF& cell, std::size_t row) {
            switch (of[row].of) {
            case PlanRow::Of::phase: line->paintPhase(painter, cell, of[row].index, false); break;
            case PlanRow::Of::item: line->paintItem(painter, cell, of[row].index); break;
            case PlanRow::Of::phaseNote:
            case PlanRow::Of::note: line->paintGround(painter, cell); break;
            case PlanRow::Of::total: line->paintFoot(painter, cell); break;
            }
        };
        bars.paintTitle = [line](QPainter& painter, const QRectF& cell) { line->paintHead(painter, cell); };
        columns.push_back(std::move(bars));
        return {std::move(columns), std::move(m_rows), width, m_context.palette, style};
    }

private:
    static bool isOneYear(const Plan& plan, Date last)
    {
        using std::chrono::year_month_day;
        return year_month_day(plan.startDate).year() == year_month_day(last).year();
    }

    /// The likely finish; for who reads one date, that.
    static Date lastDateOf(const ReportContext& context)
    {
        return showsChances(context.audience())
                   ? context.plan.finishDate.likely
                   : headlineOf(context.plan, context.risk, context.plan.inputs.confidence).finishDate;
    }

    [[nodiscard]] QString datesTitle() const
    {
        const QString which = showsChances(m_context.audience()) ? tr("Likely") : tr("Planned");
        return m_oneYear
                   ? tr("%1, %2").arg(which).arg(static_cast<int>(std::chrono::year_month_day(m_plan.startDate).year()))
                   : which;
    }

    [[nodiscard]] QString dates(const Span& when) const
    {
        return dates(m_plan.calendar.startDate(when.start), m_plan.calendar.lastDate(when.start, when.finish));
    }

    /// Of a phase: the likely ones; for who reads one date, to that on which it is finished.
    [[nodiscard]] QString datesOf(std::size_t phase) const
    {
        const Span& when = m_plan.phases[phase].when.likely;
        const std::optional<Weeks> until = m_until.ofPhase(phase);
        if (showsChances(m_context.audience()) || !until)
            return dates(when);
        return dates(m_plan.calendar.startDate(when.start), m_plan.calendar.lastDate(0, *until));
    }

    [[nodiscard]] QString dates(Date first, Date last) const
    {
        return m_oneYear ? format::shortDateRange(first, last) : format::dateRange(first, last);
    }

    void add(PlanRow of, const QString& title, const QString& who, const QString& dates, const QString& cost,
             PageTable::Row::Kind kind)
    {
        PageTable::Row row{.cells = {title}, .kind = kind, .indent = of.of == PlanRow::Of::item ? kIndentOfItems : 0};
        if (!m_crew)
            row.cells += who;
        row.cells += dates;
        if (m_tellsCost)
            row.cells += cost;
        m_rows.push_back(std::move(row));
        m_of.push_back(of);
    }

    /// Below what it is of.
    void addNote(PlanRow of, const QString& text)
    {
        if (text.isEmpty() || !showsNotes(m_context.audience()))
            return;
        add(of, text, {}, {}, {}, PageTable::Row::Kind::Muted);
        m_rows.back().indent = kIndentOfItems;
    }

    void addNotesOf(std::size_t item)
    {
        const auto found = m_plan.inputs.items.find(m_plan.items[item].id);
        if (found == m_plan.inputs.items.end())
            return;
        const ItemInput& input = found->second;
        if (!input.owner.empty())
            addNote({PlanRow::Of::note, item}, tr("Owner: %1").arg(format::text(input.owner)));
        addNote({PlanRow::Of::note, item}, format::text(input.note).trimmed());
    }

    void addPhase(std::size_t index)
    {
        const PhasePlan& phase = m_plan.phases[index];
        add({PlanRow::Of::phase, index}, format::text(phase.title), {},
            phase.hasWork ? datesOf(index) : ganttwords::settled(phase),
            phase.hasWork ? format::shownAmount(phase.shownCost.likely) : QString(), PageTable::Row::Kind::Group);
        const auto note = m_plan.inputs.phaseNotes.find(phase.id);
        if (note != m_plan.inputs.phaseNotes.end())
            addNote({PlanRow::Of::phaseNote, index}, format::text(note->second).trimmed());
        for (std::size_t i = phase.firstItem; i < phase.firstItem + phase.itemCount; ++i)
            addItem(i);
    }

    void addItem(std::size_t index)
    {
        const ItemPlan& item = m_plan.items[index];
        const QString title = item.state == ItemState::partial ? tr("%1 (partly)").arg(format::text(item.title))
                                                               : format::text(item.title);
        const bool isBuilt = item.hasWork || item.mayHaveWork();
        add({PlanRow::Of::item, index}, title,
            item.hasWork ? namesOf(m_plan, peopleOn(item)).join(tr(", ")) : QString(),
            item.hasWork ? dates(item.when.likely) : ganttwords::settled(m_plan, item),
            item.hasWork ? format::shownAmount(item.shownCost.likely) : QString(),
            isBuilt ? PageTable::Row::Kind::Plain : PageTable::Row::Kind::Muted);
        m_rows.back().isTicked = item.state == ItemState::done;
        addNotesOf(index);
    }

    void addTotal()
    {
        if (m_plan.nothingLeft())
            return;
        add({PlanRow::Of::total, 0}, m_tellsCost ? tr("Labour, likely") : tr("All items"), {},
            dates(m_plan.startDate, m_last), format::shownAmount(m_plan.shown.labour.likely),
            PageTable::Row::Kind::Sum);
    }

    const ReportContext& m_context;
    const Plan& m_plan;
    std::optional<std::vector<std::size_t>> m_crew;
    UntilFinish m_until;
    Date m_last; ///< of all
    bool m_oneYear = true;
    bool m_tellsCost = true;
    std::vector<PageTable::Row> m_rows;
    std::vector<PlanRow> m_of;
};

/// "Ana and Ben work through it together, one item after another."
QString whoSentence(const Plan& plan, const std::vector<std::size_t>& crew)
{
    if (crew.empty())
        return {};
    if (crew.size() == 1)
        return tr("%1 works through it.").arg(format::text(plan.people[crew.front()].name));
    return plan.isOneCrew()
               ? tr("%1 work through it together, one item after another.").arg(together(namesOf(plan, crew)))
               : tr("%1 work on every item.").arg(together(namesOf(plan, crew)));
}

QString leadOf(const ReportContext& context, const PlanTable& table)
{
    const Plan& plan = context.plan;
    if (plan.nothingLeft())
        return {};
    QStringList sentences;
    if (table.crew())
        sentences += whoSentence(plan, *table.crew());
    if (table.tellsCost())
        sentences += tr("Dates and amounts are the likely plan, amounts ex GST; pale bars reach to %1.")
                         .arg(wording::sure(plan.inputs.confidence));
    else
        sentences += tr("Items are planned for these dates; each phase has room for what takes longer and is finished "
                        "by the end of "
                        "its bar.");
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

/// What the total of the items leaves out.
QString besideLabour(const Plan& plan)
{
    QStringList parts;
    if (plan.shown.running.likely > Money{})
        parts += tr("running costs, likely %1").arg(format::shownMoney(plan.shown.running.likely));
    if (plan.shown.risks.likely > Money{})
        parts += tr("responses to risks, and what has happened, %1").arg(format::shownMoney(plan.shown.risks.likely));
    return parts.isEmpty() ? QString() : tr("On top come %1.").arg(parts.join(tr(" and ")));
}

} // namespace

std::vector<PaintPage> writePlan(const ReportContext& context)
{
    if (context.plan.items.empty())
        return {};
    PlanTable table(context);
    PageFlow flow(context.room, context.palette, tr("The plan, item by item"), leadOf(context, table));
    flow.table(table.make(flow.width()));
    if (table.tellsCost() && !context.plan.nothingLeft()) {
        flow.gap(14);
        flow.paragraph(besideLabour(context.plan), 13, Role::TextMuted);
    }
    return flow.take();
}

} // namespace trestle

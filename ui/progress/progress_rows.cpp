#include "ui/progress/progress_rows.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"

namespace trestle {

namespace {

using Kind = ProgressRow::Kind;

QString daysLate(int days)
{
    return tr("%1 late").arg(format::days(days));
}

QString shortWeekdayDate(Date date)
{
    return format::locale().toString(format::toQDate(date), QStringLiteral("ddd d MMM"));
}

void describeUnderWay(ProgressRow& row, const ProgressItem& entry)
{
    row.when = entry.spent    ? tr("%1 spent").arg(format::effort(*entry.spent))
               : entry.starts ? tr("since %1").arg(format::shortDate(*entry.starts))
                              : tr("no time entered");
    row.isLate = entry.daysLate > 0;
    const QString left = tr("%1 left").arg(format::effort(entry.left));
    row.aside = row.isLate       ? tr("%1, %2").arg(left, daysLate(entry.daysLate))
                : entry.finishes ? tr("%1, %2").arg(left, format::shortDate(*entry.finishes))
                                 : left;
}

void describeLate(ProgressRow& row, const ProgressItem& entry)
{
    if (entry.due)
        row.when = tr("was due %1").arg(format::shortDate(*entry.due));
    row.aside = daysLate(entry.daysLate);
    row.isLate = true;
}

void describeDue(ProgressRow& row, const ProgressItem& entry)
{
    if (entry.starts)
        row.when = shortWeekdayDate(*entry.starts);
    row.aside = tr("%1 of work").arg(format::effort(entry.left));
}

void describeFinished(ProgressRow& row, const ProgressItem& entry)
{
    if (entry.finishes)
        row.when =
            entry.starts ? format::shortDateRange(*entry.starts, *entry.finishes) : format::shortDate(*entry.finishes);
    row.aside = entry.spent ? tr("%1, likely %2").arg(format::effort(*entry.spent), format::effort(entry.likely))
                            : tr("no time entered, likely %1").arg(format::effort(entry.likely));
}

class RowMaker {
public:
    explicit RowMaker(const Plan& plan) : m_plan(plan) {}

    void addPart(Kind kind, const QString& title, const QString& aside,
                 std::initializer_list<const std::vector<ProgressItem>*> lists)
    {
        int count = 0;
        for (const auto* list : lists)
            count += static_cast<int>(list->size());
        if (count == 0)
            return;
        ProgressRow heading;
        heading.kind = kind;
        heading.isHeading = true;
        heading.title = title;
        heading.count = count;
        heading.aside = aside;
        m_rows.push_back(std::move(heading));
        for (const auto* list : lists)
            for (const ProgressItem& entry : *list)
                addItem(kind, entry);
    }

    ProgressRows rows() { return std::move(m_rows); }

private:
    void addItem(Kind kind, const ProgressItem& entry)
    {
        const ItemPlan& item = m_plan.items[entry.item];
        ProgressRow row;
        row.kind = kind;
        row.item = entry.id;
        row.state = item.state;
        row.title = format::text(item.title);
        row.who = whoIsOn(m_plan, item);
        switch (kind) {
        case Kind::UnderWay: describeUnderWay(row, entry); break;
        case Kind::Late: describeLate(row, entry); break;
        case Kind::Due: describeDue(row, entry); break;
        case Kind::Finished: describeFinished(row, entry); break;
        }
        m_rows.push_back(std::move(row));
    }

    const Plan& m_plan;
    ProgressRows m_rows;
};

} // namespace

ProgressRows progressRows(const Plan& plan, const ProgressReport& report)
{
    RowMaker maker(plan);
    maker.addPart(Kind::UnderWay, tr("Under way"), tr("likely finish"), {&report.underWay});
    maker.addPart(Kind::Late, tr("Late"), report.hasBaseline ? tr("by the baseline") : tr("by the plan at the start"),
                  {&report.late});
    maker.addPart(Kind::Due, tr("Due next"), tr("starts, likely"), {&report.due, &report.next});
    maker.addPart(Kind::Finished, tr("Done since %1").arg(format::dayMonth(report.since)), tr("took"),
                  {&report.finished});
    return maker.rows();
}

QString describe(const ProgressRow& row)
{
    QString text = row.title;
    if (row.isHeading)
        return tr("%1: %2").arg(text).arg(row.count);
    for (const QString& part : {row.who, row.when, row.aside})
        if (!part.isEmpty())
            text = tr("%1, %2").arg(text, part);
    return text;
}

QString whoIsOn(const Plan& plan, const ItemPlan& item)
{
    const std::vector<std::size_t> people = peopleOn(item);
    if (people.size() > 1 && people.size() == plan.people.size())
        return people.size() == 2 ? tr("Both") : tr("Everyone");
    QStringList names;
    for (const std::size_t person : people)
        names += format::text(plan.people[person].name);
    return names.join(tr(", "));
}

} // namespace trestle

#include "data/exchange/icalendar.h"

#include "data/exchange/audience_rules.h"
#include "data/exchange/clean_text.h"
#include "data/exchange/export_facts.h"
#include "data/unicode.h"
#include "data/words.h"
#include "models/money/payments.h"
#include "models/money/price.h"
#include "models/money_rules.h"
#include "models/plan/work_dates.h"
#include "models/risk/promises.h"

#include <algorithm>
#include <map>

namespace trestle {

namespace {

/// Content lines: escaped where they are text, folded at 75 bytes between characters, ended by CRLF.
class ContentLines {
public:
    void line(std::string_view name, std::string_view value)
    {
        constexpr std::size_t kLongest = 75;
        std::size_t used = 0;
        std::string whole(name);
        whole.append(":").append(value);
        for (std::string_view rest = whole; !rest.empty();) {
            const std::size_t length = std::max<std::size_t>(characterLength(rest), 1);
            if (used + length > kLongest) {
                m_bytes += "\r\n ";
                used = 1;
            }
            m_bytes += rest.substr(0, length);
            used += length;
            rest.remove_prefix(length);
        }
        m_bytes += "\r\n";
    }
    void text(std::string_view name, std::string_view value)
    {
        std::string escaped;
        const std::string clean = m_cleaner.clean(value);
        for (std::size_t i = 0; i < clean.size(); ++i) {
            const char c = clean[i];
            if (c == '\r' || c == '\n') {
                escaped += "\\n";
                if (std::string_view(clean).substr(i).starts_with("\r\n"))
                    ++i;
                continue;
            }
            if (c == '\\' || c == ';' || c == ',')
                escaped += '\\';
            escaped += c;
        }
        line(name, escaped);
    }

    [[nodiscard]] std::size_t replaced() const { return m_cleaner.replaced(); }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
    TextCleaner m_cleaner;
};

std::string basicDate(Date date)
{
    std::string text = isoDate(date);
    std::erase(text, '-');
    return text;
}

std::string basicTime(std::chrono::sys_seconds time)
{
    std::string text = isoTime(time);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

std::string amountText(Money amount)
{
    const std::string cents = std::to_string(amount.cents % 100);
    return "AUD " + std::to_string(amount.cents / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

class PlanCalendar {
public:
    explicit PlanCalendar(const ExportSource& source) : m_source(source), m_plan(*source.plan) {}

    Exported write()
    {
        m_lines.line("BEGIN", "VCALENDAR");
        m_lines.line("VERSION", "2.0");
        m_lines.line("PRODID", "-//Trestle//Trestle//EN");
        m_lines.line("CALSCALE", "GREGORIAN");
        m_lines.text("X-WR-CALNAME", m_plan.inputs.name);
        m_lines.text("X-WR-CALDESC", factsLine(m_source));
        phases();
        launch();
        if (m_plan.inputs.targetDate && showsGoals(m_source.audience))
            event("target", "", *m_plan.inputs.targetDate, "target date");
        if (isPriced(m_plan.inputs) && showsPrice(m_source.audience))
            invoices();
        m_lines.line("END", "VCALENDAR");
        return {m_lines.take(), losses()};
    }

private:
    void event(std::string_view kind, std::string_view id, Date day, const std::string& what,
               const std::string& more = {})
    {
        m_lines.line("BEGIN", "VEVENT");
        m_lines.line("UID", std::string(kind) + '-' + stableId(m_source, kind, id) + "@trestle");
        m_lines.line("DTSTAMP", basicTime(m_source.stamp.madeAt));
        m_lines.line("DTSTART;VALUE=DATE", basicDate(day));
        m_lines.line("DTEND;VALUE=DATE", basicDate(day + std::chrono::days{1})); // the day after the last
        m_lines.text("SUMMARY", m_plan.inputs.name + ": " + what);
        if (!more.empty())
            m_lines.text("DESCRIPTION", more);
        m_lines.line("TRANSP", "TRANSPARENT"); // nobody is busy all day for it
        m_lines.line("END", "VEVENT");
    }

    void phases()
    {
        for (const PhasePlan& phase : m_plan.phases) {
            const Span& when = phase.when.likely;
            if (!when.hasWork)
                continue;
            if (!doneDates(m_plan, phase)) // of one that has begun the end is still to come
                event("start", phase.id, m_plan.calendar.startDate(when.start), phase.title + " starts");
            event("finish", phase.id, m_plan.calendar.lastDate(when.start, when.finish), phase.title + " finishes");
        }
    }

    void launch()
    {
        if (!showsChances(m_source.audience)) {
            event("launch", "sure", headlineOf(m_plan, *m_source.risk, priceConfidence(m_plan.inputs)).finishDate,
                  "launch");
            return;
        }
        const int confidence = m_plan.inputs.confidence;
        event("launch", "likely", m_plan.finishDate.likely, "launch, likely");
        event("launch", "sure", headlineOf(m_plan, *m_source.risk, confidence).finishDate,
              "launch, " + std::to_string(confidence) + " % sure");
    }

    void invoices()
    {
        const Inputs& inputs = m_plan.inputs;
        const PriceFigures price = priceFigures(m_plan, *m_source.risk, priceConfidence(inputs));
        const std::vector<Payment> payments = paymentSchedule(m_plan, price.of(inputs.price.kind).price);
        std::map<std::string, int> seen;
        for (std::size_t i = 0; i < payments.size(); ++i) {
            const Payment& payment = payments[i];
            std::string part = std::string(wordOf(payment.part.when)) + ' ' + payment.part.phase;
            part += ' ' + std::to_string(++seen[part]);
            event("invoice", part, payment.invoiced,
                  "invoice " + std::to_string(i + 1) + " of " + std::to_string(payments.size()),
                  amountText(payment.exGst) + " ex GST; GST " + amountText(payment.gst) + "; due " +
                      isoDate(payment.due));
        }
    }

    [[nodiscard]] std::vector<Loss> losses() const
    {
        const auto items = std::ranges::count_if(m_plan.items, &ItemPlan::hasWork);
        std::vector<Loss> all{{LossKind::characters, m_lines.replaced()},
                              {LossKind::items, static_cast<std::size_t>(items)}};
        std::erase_if(all, [](const Loss& loss) { return loss.count == 0; });
        return all;
    }

    const ExportSource& m_source;
    const Plan& m_plan;
    ContentLines m_lines;
};

} // namespace

Result<Exported> writeICalendar(const ExportSource& source)
{
    return PlanCalendar(source).write();
}

} // namespace trestle

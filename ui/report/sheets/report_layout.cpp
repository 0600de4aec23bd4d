#include "ui/report/sheets/report_layout.h"

#include <algorithm>
#include <numeric>

namespace trestle {

namespace {

constexpr double kBetweenParts = 18;   // between parts
constexpr std::size_t kFewestRows = 3; // of a split part on a page
constexpr double kRounding = 1e-6;

double between(double tight, double comfortable, double part)
{
    return tight + (comfortable - tight) * part;
}

ReportSizes sizesAt(double part)
{
    return {between(kTight.ganttRow, kComfortable.ganttRow, part), between(kTight.plot, kComfortable.plot, part),
            between(kTight.costRow, kComfortable.costRow, part)};
}

/// Rows of one part at a size: none lower than it needs.
std::vector<double> heights(const std::vector<double>& least, double row)
{
    std::vector<double> rows;
    rows.reserve(least.size());
    for (const double height : least)
        rows.push_back(std::max(height, row));
    return rows;
}

double sum(const std::vector<double>& rows)
{
    return std::accumulate(rows.begin(), rows.end(), 0.0);
}

double heightOfAll(const ReportNeeds& needs, const ReportSizes& sizes)
{
    return needs.head + needs.ganttFixed + sum(heights(needs.ganttRows, sizes.ganttRow)) + needs.charts + sizes.plot +
           needs.costFixed + sum(heights(needs.costRows, sizes.costRow)) + needs.costNote + needs.basis +
           4 * kBetweenParts;
}

/// The largest part of the way to the comfortable size at which everything stands on one page: heights grow with it.
double largestThatFits(const ReportNeeds& needs)
{
    double fits = 0;
    double beyond = 1;
    for (int halving = 0; halving < 40; ++halving) {
        const double middle = (fits + beyond) / 2;
        (heightOfAll(needs, sizesAt(middle)) <= needs.page ? fits : beyond) = middle;
    }
    return fits;
}

/// Places parts one below the other and turns the page when one does not fit.
class Flow {
public:
    Flow(const ReportNeeds& needs, const ReportSizes& sizes) : m_needs(needs) { m_layout.sizes = sizes; }

    void block(SheetPart part, double height)
    {
        if (m_y > 0 && m_y + height > m_needs.page)
            turn();
        place({part, m_page, m_y, height, 0, 0, true});
    }

    void rows(SheetPart part, const std::vector<double>& rows, double fixed, double after)
    {
        std::size_t done = 0;
        do {
            const std::size_t left = rows.size() - done;
            if (m_y > 0 && fitting(rows, done, fixed, after) < std::min(left, kFewestRows))
                turn();
            const std::size_t take = std::min(left, std::max<std::size_t>(1, fitting(rows, done, fixed, after)));
            const bool last = done + take == rows.size();
            const auto first = rows.begin() + static_cast<std::ptrdiff_t>(done);
            const double tall = std::accumulate(first, first + static_cast<std::ptrdiff_t>(take), 0.0);
            place({part, m_page, m_y, fixed + tall + (last ? after : 0), done, take, last});
            done += take;
        } while (done < rows.size());
    }

    ReportLayout take()
    {
        m_layout.pages = m_page + 1;
        return std::move(m_layout);
    }

private:
    /// Rows from `done` that fit on the rest of the page, all of them only together with what follows the last.
    [[nodiscard]] std::size_t fitting(const std::vector<double>& rows, std::size_t done, double fixed,
                                      double after) const
    {
        double room = m_needs.page - m_y - fixed + kRounding;
        std::size_t count = 0;
        while (done + count < rows.size()) {
            const double needed = rows[done + count] + (done + count + 1 == rows.size() ? after : 0);
            if (needed > room)
                break;
            room -= rows[done + count];
            ++count;
        }
        return count;
    }

    void place(const ReportBlock& block)
    {
        m_layout.blocks.push_back(block);
        m_y = block.top + block.height + kBetweenParts;
    }

    void turn()
    {
        ++m_page;
        m_y = 0;
    }

    const ReportNeeds& m_needs;
    ReportLayout m_layout;
    std::size_t m_page = 0;
    double m_y = 0;
};

} // namespace

ReportLayout layOutReport(const ReportNeeds& needs)
{
    ReportSizes sizes = kComfortable;
    if (heightOfAll(needs, kComfortable) > needs.page && heightOfAll(needs, kTight) <= needs.page)
        sizes = sizesAt(largestThatFits(needs));
    // Rows of a chart are all of one height.
    for (const double least : needs.ganttRows)
        sizes.ganttRow = std::max(sizes.ganttRow, least);
    Flow flow(needs, sizes);
    flow.block(SheetPart::Head, needs.head);
    flow.rows(SheetPart::Gantt, heights(needs.ganttRows, sizes.ganttRow), needs.ganttFixed, 0);
    flow.block(SheetPart::Charts, needs.charts + sizes.plot);
    flow.rows(SheetPart::Costs, heights(needs.costRows, sizes.costRow), needs.costFixed, needs.costNote);
    flow.block(SheetPart::Basis, needs.basis);
    return flow.take();
}

} // namespace trestle

#include "ui/report/report_layout.h"

#include <algorithm>

namespace trestle {

namespace {

constexpr double kBetweenParts = 18;   // between parts
constexpr std::size_t kFewestRows = 3; // of a split part on a page

double between(double tight, double comfortable, double part)
{
    return tight + (comfortable - tight) * part;
}

ReportSizes sizesAt(double part)
{
    return {between(kTight.ganttRow, kComfortable.ganttRow, part), between(kTight.plot, kComfortable.plot, part),
            between(kTight.costRow, kComfortable.costRow, part)};
}

double heightOfAll(const ReportNeeds& needs, const ReportSizes& sizes)
{
    return needs.head + needs.ganttFixed + sizes.ganttRow * static_cast<double>(needs.ganttRows) + needs.charts +
           sizes.plot + needs.costFixed + sizes.costRow * static_cast<double>(needs.costRows) + needs.costNote +
           needs.basis + 4 * kBetweenParts;
}

/// Places parts one below the other and turns the page when one does not fit.
class Flow {
public:
    Flow(const ReportNeeds& needs, const ReportSizes& sizes) : m_needs(needs) { m_layout.sizes = sizes; }

    void block(ReportPart part, double height)
    {
        if (m_y > 0 && m_y + height > m_needs.page)
            turn();
        place({part, m_page, m_y, height, 0, 0, true});
    }

    void rows(ReportPart part, std::size_t count, double row, double fixed, double after)
    {
        std::size_t done = 0;
        do {
            const std::size_t left = count - done;
            if (m_y > 0 && fitting(row, fixed, after, left) < std::min(left, kFewestRows))
                turn();
            std::size_t take =
                std::clamp<std::size_t>(fitting(row, fixed, after, left), 1, std::max<std::size_t>(1, left));
            take = std::min(take, left);
            const bool last = done + take == count;
            place({part, m_page, m_y, fixed + row * static_cast<double>(take) + (last ? after : 0), done, take, last});
            done += take;
        } while (done < count);
    }

    ReportLayout take()
    {
        m_layout.pages = m_page + 1;
        return std::move(m_layout);
    }

private:
    /// Rows that fit on the rest of the page, all of them only together with what follows the last.
    [[nodiscard]] std::size_t fitting(double row, double fixed, double after, std::size_t left) const
    {
        const double room = m_needs.page - m_y - fixed;
        if (row * static_cast<double>(left) + after <= room)
            return left;
        const auto rows = static_cast<std::size_t>(std::max(0.0, room / row));
        return std::min(rows, left > 0 ? left - 1 : 0);
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
    const double comfortable = heightOfAll(needs, kComfortable);
    const double tight = heightOfAll(needs, kTight);
    ReportSizes sizes = kComfortable;
    if (comfortable > needs.page && tight <= needs.page)
        sizes = sizesAt((needs.page - tight) / (comfortable - tight) * (1 - 1e-9));
    Flow flow(needs, sizes);
    flow.block(ReportPart::Head, needs.head);
    flow.rows(ReportPart::Gantt, needs.ganttRows, sizes.ganttRow, needs.ganttFixed, 0);
    flow.block(ReportPart::Charts, needs.charts + sizes.plot);
    flow.rows(ReportPart::Costs, needs.costRows, sizes.costRow, needs.costFixed, needs.costNote);
    flow.block(ReportPart::Basis, needs.basis);
    return flow.take();
}

} // namespace trestle

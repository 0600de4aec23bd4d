#include "ui/report/sheets/risk_sheet.h"

#include "ui/base/format.h"
#include "ui/base/tr.h"
#include "ui/base/wording_decisions.h"
#include "ui/paper/paper.h"
#include "ui/risk/risk_charts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace trestle {

namespace {

constexpr double kAboveCharts = 40;
constexpr double kTitle = 22;
constexpr double kAboveChart = 8;
constexpr double kBasis = 16;          // the line below the last chart
constexpr double kBetweenColumns = 40; // between columns
constexpr double kBetweenRows = 22;    // between rows
constexpr double kCurve = 210;
constexpr std::size_t kMostRows = 14; // of bars; more would not stay legible
constexpr std::size_t kDots = 700;    // each is a shape of its own in the file

QFont chartFont()
{
    // Signs beside digits keep their plain forms, so that they are found and copied (see paper.cpp).
    QFont font = paper::font(paper::kSmall);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QFont sentenceFont()
{
    return paper::font(12);
}

} // namespace

RiskSheet::RiskSheet(const Plan& plan, const Risk& risk, const QPalette& palette, const QRectF& page)
    : m_plan(plan), m_risk(risk), m_palette(palette), m_page(page)
{
    const RiskWords words = riskWords(plan, risk);
    m_basis = tr("%1; if one phase runs late, others do too: %2.")
                  .arg(words.basis, wording::runLateTogether(plan.inputs.correlation));
    if (plan.nothingLeft())
        return;
    addCurves(words);
    addBars(words);
    breakIntoPages();
}

void RiskSheet::add(const RiskPart& words, double height, Paint chart)
{
    if (!words.sentence.isEmpty())
        m_parts.push_back({words, words.drawn ? height : 0, std::move(chart)});
}

void RiskSheet::addCurves(const RiskWords& words)
{
    const auto curve = [this](SureCurve (*make)(const Plan&, const Risk&, riskcharts::Scope)) {
        return [this, make](QPainter& painter, const QRectF& area) {
            SureCurve made = make(m_plan, m_risk, riskcharts::Scope::Window);
            made.font = chartFont();
            made.paint(painter, area, m_palette);
        };
    };
    add(words.finish, kCurve, curve(riskcharts::finishCurve));
    add(words.cost, kCurve, curve(riskcharts::costCurve));
    const bool hasTarget = m_plan.inputs.targetDate || m_plan.inputs.budget;
    if (!hasTarget) // paper cannot be asked to set one
        return;
    JointField field;
    field.font = chartFont();
    add(words.joint, field.heightFor(columnWidth()), [this](QPainter& painter, const QRectF& area) {
        JointField made = riskcharts::jointField(m_plan, m_risk, kDots);
        made.font = chartFont();
        made.paint(painter, area, m_palette);
    });
}

void RiskSheet::addBars(const RiskWords& words)
{
    const auto bars = [this](const RiskPart& part, PhaseBars (*make)(const Plan&, const Risk&)) {
        if (!part.drawn) {
            add(part, 0, {});
            return;
        }
        PhaseBars made = make(m_plan, m_risk);
        made.font = chartFont();
        made.wrapTitles(columnWidth());
        if (made.rows.size() > kMostRows)
            made.rows.resize(kMostRows);
        add(part, made.heightFor(made.rows.size()),
            [this, made](QPainter& painter, const QRectF& area) { made.paint(painter, area, m_palette); });
    };
    bars(words.drivers, riskcharts::drivers);
    bars(words.finishMovers, riskcharts::finishMovers);
    bars(words.costMovers, riskcharts::costMovers);
}

double RiskSheet::columnWidth() const
{
    return (m_page.width() - kBetweenColumns) / 2;
}

double RiskSheet::sentenceHeight(std::size_t first) const
{
    double tall = 0;
    for (std::size_t i = first; i < std::min(first + 2, m_parts.size()); ++i)
        tall = std::max(tall, paper::wrappedHeight(m_parts[i].words.sentence, sentenceFont(), columnWidth()));
    return tall;
}

double RiskSheet::rowHeight(std::size_t first) const
{
    double chart = 0;
    for (std::size_t i = first; i < std::min(first + 2, m_parts.size()); ++i)
        chart = std::max(chart, m_parts[i].height);
    return kTitle + sentenceHeight(first) + kAboveChart + chart + kBetweenRows;
}

void RiskSheet::breakIntoPages()
{
    double y = m_page.bottom();
    for (std::size_t first = 0; first < m_parts.size(); first += 2) {
        if (y + rowHeight(first) + kBasis > m_page.bottom()) {
            m_pages.push_back(first);
            y = m_page.top() + kAboveCharts;
        }
        y += rowHeight(first);
    }
}

void RiskSheet::paintPart(QPainter& painter, const QRectF& place, const Part& part) const
{
    paper::line(painter, {place.left(), place.top(), place.width(), 18}, part.words.title,
                paper::font(14, QFont::DemiBold), roleColor(Role::Text, m_palette));
    paper::wrapped(painter, place.adjusted(0, kTitle, 0, 0), part.words.sentence, sentenceFont(),
                   roleColor(Role::TextMuted, m_palette));
    if (part.height > 0)
        part.chart(painter, {place.left(), place.bottom() - part.height, place.width(), part.height});
}

void RiskSheet::paint(QPainter& painter, std::size_t page) const
{
    paper::line(painter, {m_page.left(), m_page.top(), m_page.width(), 24}, tr("How sure it is, and what moves it"),
                paper::font(20, QFont::Bold), roleColor(Role::Text, m_palette));
    double y = m_page.top() + kAboveCharts;
    const std::size_t end = page + 1 < m_pages.size() ? m_pages[page + 1] : m_parts.size();
    for (std::size_t first = m_pages[page]; first < end; first += 2) {
        for (std::size_t i = first; i < std::min(first + 2, m_parts.size()); ++i) {
            // Charts beside each other start in one line, below the longer sentence.
            const double x = m_page.left() + (i == first ? 0 : columnWidth() + kBetweenColumns);
            paintPart(painter, {x, y, columnWidth(), kTitle + sentenceHeight(first) + kAboveChart + m_parts[i].height},
                      m_parts[i]);
        }
        y += rowHeight(first);
    }
    paper::line(painter, {m_page.left(), y, m_page.width(), 16}, m_basis, chartFont(),
                roleColor(Role::TextMuted, m_palette));
}

} // namespace trestle

#include "ui/team/load_chart.h"

#include "ui/base/format.h"
#include "ui/team/team_words.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace trestle {

namespace {

constexpr double kLoadRow = 30;
constexpr double kLeastLoadRow = 22;
constexpr double kWidestName = 150;
constexpr double kWidestWeek = 44;
constexpr double kDaysAWeek = 5;
constexpr double kLeastDays = 0.05; // less is not told either

struct LoadEntry {
    Role fill;
    Role edge;
    QString text;
};

std::array<LoadEntry, 3> loadEntries()
{
    return {LoadEntry{Role::Bar, Role::Bar, LoadChart::tr("at work")},
            LoadEntry{Role::BarPale, Role::BarPaleBorder, LoadChart::tr("on leave")},
            LoadEntry{Role::SurfaceMuted, Role::ControlBorder, LoadChart::tr("nothing to do")}};
}

void paintSwatch(QPainter& painter, const QRectF& rect, Role fill, Role edge, const QPalette& palette)
{
    painter.setPen(QPen(roleColor(edge, palette), 1));
    painter.setBrush(roleColor(fill, palette));
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace

LoadChart::LoadChart(QWidget* parent) : ReadableChart(QStringLiteral("loadChart"), parent)
{
    setAccessibleName(tr("Who does what, week by week"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LoadChart::setPlan(const Plan& plan)
{
    m_load = teamLoad(plan);
    m_names.clear();
    for (const PersonPlan& person : plan.people)
        m_names += format::text(person.name);
    m_items.clear();
    for (const ItemPlan& item : plan.items)
        m_items += format::text(item.title);
    setPending(m_load.weeks.empty() ? tr("Nothing is left to do, so nobody has work.") : QString());
    setTexts(description(), table());
    figuresChanged();
}

std::size_t LoadChart::readingCount() const
{
    return m_load.people.size() * m_load.weeks.size();
}

QString LoadChart::weekTitle(std::size_t week) const
{
    return tr("week of %1").arg(format::mediumDate(m_load.weeks[week].monday));
}

QString LoadChart::readingText(std::size_t index) const
{
    const std::size_t person = index / m_load.weeks.size();
    const std::size_t week = index % m_load.weeks.size();
    const WeekLoad& load = m_load.people[person][week];
    QString text =
        tr("%1, %2: %3").arg(m_names[static_cast<qsizetype>(person)], weekTitle(week), wording::weekLoad(load));
    QStringList items;
    for (const std::size_t item : load.items)
        items += m_items[static_cast<qsizetype>(item)];
    if (!items.isEmpty())
        text += tr(". Works on: %1").arg(items.join(tr(", ")));
    QStringList off;
    for (const NamedDayOff& day : m_load.weeks[week].off)
        off += day.label.empty() ? format::shortDate(day.date)
                                 : tr("%1 (%2)").arg(format::shortDate(day.date), format::text(day.label));
    if (!off.isEmpty())
        text += tr(". Off: %1").arg(off.join(tr(", ")));
    return text;
}

QString LoadChart::description() const
{
    QStringList lines;
    for (std::size_t p = 0; p < m_load.people.size() && !m_load.weeks.empty(); ++p)
        lines += tr("%1: %2.").arg(m_names[static_cast<qsizetype>(p)], wording::weekLoad(m_load.sumOf(p)));
    return lines.join(u' ');
}

QString LoadChart::table() const
{
    QStringList rows;
    QStringList head{tr("Days at work")};
    for (const LoadWeek& week : m_load.weeks)
        head += format::mediumDate(week.monday);
    rows += head.join(u'\t');
    for (std::size_t p = 0; p < m_load.people.size(); ++p) {
        QStringList row{m_names[static_cast<qsizetype>(p)]};
        for (const WeekLoad& load : m_load.people[p])
            row += format::number(load.working, 1);
        rows += row.join(u'\t');
    }
    return rows.join(u'\n');
}

double LoadChart::nameWidth() const
{
    const QFontMetricsF metrics(chartFont());
    double widest = 0;
    for (const QString& name : m_names)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return std::min(widest, kWidestName) + 12;
}

QRectF LoadChart::grid() const
{
    const double line = QFontMetricsF(chartFont()).height();
    const QRectF area = chartArea().adjusted(nameWidth(), 2 * line + 14, 0, -2);
    const auto people = static_cast<double>(std::max<std::size_t>(1, m_load.people.size()));
    const auto weeks = static_cast<double>(std::max<std::size_t>(1, m_load.weeks.size()));
    return {area.left(), area.top(), std::min(area.width(), weeks * kWidestWeek),
            std::min(area.height(), people * kLoadRow)};
}

QRectF LoadChart::cell(std::size_t person, std::size_t week) const
{
    const QRectF all = grid();
    const double wide = all.width() / static_cast<double>(m_load.weeks.size());
    const double tall = all.height() / static_cast<double>(m_load.people.size());
    return {all.left() + wide * static_cast<double>(week), all.top() + tall * static_cast<double>(person), wide, tall};
}

QSize LoadChart::sizeHint() const
{
    const QFontMetrics metrics(chartFont());
    const auto rows = static_cast<int>(kLeastLoadRow * static_cast<double>(std::max<qsizetype>(1, m_names.size())));
    return {560, rows + 2 * metrics.height() + 26 + readoutHeight()};
}

std::optional<std::size_t> LoadChart::readingAt(QPointF place) const
{
    if (m_load.weeks.empty() || !grid().contains(place))
        return std::nullopt;
    for (std::size_t p = 0; p < m_load.people.size(); ++p)
        for (std::size_t w = 0; w < m_load.weeks.size(); ++w)
            if (cell(p, w).contains(place))
                return p * m_load.weeks.size() + w;
    return std::nullopt;
}

/// Up and down to the same week of another person.
void LoadChart::keyPressEvent(QKeyEvent* event)
{
    const std::size_t weeks = m_load.weeks.size();
    const bool up = event->key() == Qt::Key_Up;
    if (!isPending() && reading() && (up || event->key() == Qt::Key_Down)) {
        if (up && *reading() >= weeks)
            read(*reading() - weeks);
        else if (!up && *reading() + weeks < readingCount())
            read(*reading() + weeks);
        return;
    }
    ReadableChart::keyPressEvent(event);
}

void LoadChart::paintLegend(QPainter& painter) const
{
    const QFontMetricsF metrics(chartFont());
    double right = chartArea().right();
    const std::array<LoadEntry, 3> entries = loadEntries();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const double wide = metrics.horizontalAdvance(entry->text);
        painter.setPen(roleColor(Role::TextMuted, chartPalette()));
        painter.drawText(QRectF(right - wide - 1, chartArea().top(), wide + 1, metrics.height()), Qt::AlignLeft,
                         entry->text);
        const QRectF swatch(right - wide - 19, chartArea().top() + (metrics.height() - 10) / 2, 12, 10);
        paintSwatch(painter, swatch, entry->fill, entry->edge, chartPalette());
        right -= wide + 35;
    }
}

void LoadChart::paintMonths(QPainter& painter) const
{
    const QFontMetricsF metrics(chartFont());
    const QRectF all = grid();
    double free = all.left();
    std::chrono::year year{0};
    std::chrono::month month{0};
    for (std::size_t w = 0; w < m_load.weeks.size(); ++w) {
        const std::chrono::year_month_day day(m_load.weeks[w].monday);
        if (day.month() == month && day.year() == year)
            continue;
        const double x = cell(0, w).left();
        QString text = format::month(static_cast<int>(static_cast<unsigned>(day.month())));
        if (day.year() != year)
            text += u' ' + QString::number(static_cast<int>(day.year()));
        month = day.month();
        const double wide = metrics.horizontalAdvance(text);
        if (x < free || x + wide > chartArea().right())
            continue;
        year = day.year();
        painter.setPen(roleColor(Role::Grid, chartPalette()));
        painter.drawLine(QPointF(x, all.top() - 4), QPointF(x, all.bottom()));
        painter.setPen(roleColor(Role::TextMuted, chartPalette()));
        painter.drawText(QRectF(x, all.top() - 6 - metrics.height(), wide + 2, metrics.height()), Qt::AlignLeft, text);
        free = x + wide + 8;
    }
}

void LoadChart::paintWeek(QPainter& painter, const QRectF& cell, const WeekLoad& load) const
{
    const double there = load.working + load.leave + load.idle;
    if (there <= 0)
        return;
    const QRectF box = cell.adjusted(cell.width() > 6 ? 1 : 0, 3, cell.width() > 6 ? -1 : 0, -3);
    const double unit = box.height() / kDaysAWeek;
    double bottom = box.bottom();
    const auto stack = [&](double days, Role fill, Role edge) {
        if (days < kLeastDays)
            return;
        const QRectF part(box.left(), bottom - days * unit, box.width(), days * unit);
        bottom = part.top();
        if (cell.width() > 6)
            paintSwatch(painter, part, fill, edge, chartPalette());
        else
            painter.fillRect(part, roleColor(fill, chartPalette()));
    };
    stack(load.working, Role::Bar, Role::Bar);
    stack(load.leave, Role::BarPale, Role::BarPaleBorder);
    stack(load.idle, Role::SurfaceMuted, Role::ControlBorder);
}

void LoadChart::paintPerson(QPainter& painter, std::size_t person) const
{
    const QRectF row = cell(person, 0);
    const QFontMetricsF metrics(chartFont());
    painter.setPen(roleColor(Role::Text, chartPalette()));
    const QRectF place(chartArea().left(), row.top(), nameWidth() - 8, row.height());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_names[static_cast<qsizetype>(person)], Qt::ElideRight, place.width()));
    for (std::size_t w = 0; w < m_load.weeks.size(); ++w)
        paintWeek(painter, cell(person, w), m_load.people[person][w]);
}

void LoadChart::paintChart(QPainter& painter) const
{
    if (m_load.weeks.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintMonths(painter);
    paintLegend(painter);
    for (std::size_t p = 0; p < m_load.people.size(); ++p)
        paintPerson(painter, p);
    if (!reading())
        return;
    const QRectF marked = cell(*reading() / m_load.weeks.size(), *reading() % m_load.weeks.size());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(roleColor(Role::Accent, chartPalette()), 2));
    painter.drawRect(marked.adjusted(0, 1, 0, -1));
}

} // namespace trestle

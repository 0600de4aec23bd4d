#include "ui/gantt/gantt_accessible.h"

#include "ui/gantt/gantt_chart.h"
#include "ui/gantt/gantt_words.h"

#include <QAccessibleInterface>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace trestle {

namespace {

/// One bar, by its row. Rows come and go with plans and open phases; a bar whose row is gone is not valid.
class AccessibleBar : public QAccessibleInterface {
public:
    AccessibleBar(GanttChart* chart, std::size_t row) : m_chart(chart), m_row(row) {}

    [[nodiscard]] bool isValid() const override { return m_chart && m_row < m_chart->contents().rows.size(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return m_chart ? QAccessible::queryAccessibleInterface(m_chart) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        return ganttwords::accessibleName(*m_chart->plan(), m_chart->contents().rows[m_row], m_chart->contents().until);
    }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) override {}

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect bar = m_chart->barRect(m_row).toAlignedRect();
        return {m_chart->mapToGlobal(bar.topLeft()), bar.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.readOnly = true;
        state.selectable = true;
        state.selected = m_row == m_chart->selectedRow();
        state.offscreen = !m_chart->body().intersects(m_chart->barRect(m_row).toAlignedRect());
        return state;
    }

    [[nodiscard]] std::size_t row() const { return m_row; }

private:
    QPointer<GanttChart> m_chart;
    std::size_t m_row;
};

class AccessibleChart : public QAccessibleWidget {
public:
    explicit AccessibleChart(GanttChart* chart) : QAccessibleWidget(chart, QAccessible::Chart) {}
    ~AccessibleChart() override
    {
        for (const QAccessible::Id id : std::as_const(m_bars))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(chart()->contents().rows.size()); }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        // Made when asked for: a chart of 10,000 rows is read a screen at a time.
        auto known = m_bars.find(index);
        if (known == m_bars.end()) {
            auto* bar = new AccessibleBar(chart(), static_cast<std::size_t>(index));
            known = m_bars.insert(index, QAccessible::registerAccessibleInterface(bar));
        }
        return QAccessible::accessibleInterface(*known);
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* bar = dynamic_cast<const AccessibleBar*>(child);
        return bar && bar->isValid() ? static_cast<int>(bar->row()) : -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const std::size_t row = chart()->rowAt(chart()->mapFromGlobal(QPoint(x, y)));
        return row == GanttLayout::kNoRow ? nullptr : child(static_cast<int>(row));
    }

private:
    [[nodiscard]] GanttChart* chart() const { return static_cast<GanttChart*>(widget()); }

    mutable QHash<int, QAccessible::Id> m_bars;
};

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object)
{
    auto* chart = qobject_cast<GanttChart*>(object);
    return chart ? new AccessibleChart(chart) : nullptr;
}

} // namespace

void registerGanttAccessibility()
{
    QAccessible::installFactory(makeAccessible);
}

} // namespace trestle

#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QList>
#include <QRect>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>
#include <utility>

class QAction;

namespace trestle {

class PlanDocument;
class Selection;

/// The Plan page's tree of phases and items joined row by row with the Gantt chart, with one vertical scroll for both,
/// and the legend below. Everything that the chart shows and does is in reach of the keyboard through the tree.
class GanttView : public QWidget {
    Q_OBJECT
public:
    GanttView(PlanDocument& document, Selection& selection, QWidget* parent = nullptr);
    ~GanttView() override;

    void setToday(std::optional<Date> today);

    [[nodiscard]] LinkMode linkMode() const;
    void setLinkMode(LinkMode mode);
    [[nodiscard]] bool slackShown() const;
    void setSlackShown(bool shown);
    void zoomIn();
    void zoomOut();
    void fit(); ///< the whole plan in view, and kept so until the next zoom

    /// Gives the target line to the keys; false where there is none.
    bool moveTarget();

    /// Open phases by id, kept across plan changes; the window keeps them across sessions.
    [[nodiscard]] QStringList openPhases() const;
    void setOpenPhases(const QStringList& ids);
    void openPhaseOf(const QString& item); ///< so that its row shows; nothing for anything else

    /// "Links: selected ▾  Fit − +", for the corner of the page's tab bar. Owned by this view until given a parent.
    [[nodiscard]] QWidget* tools() const;
    /// The same actions for the View menu: links (with a menu), slack, zoom in, zoom out, fit, open all, close all.
    [[nodiscard]] QList<QAction*> viewActions() const;

    /// Where the chart stands in this widget and which plan times its left and right edge show, so that a chart below
    /// can share the axis; axisChanged() follows every move of it.
    [[nodiscard]] QRect chartArea() const;
    [[nodiscard]] std::pair<Weeks, Weeks> chartTimes() const;
    [[nodiscard]] const GanttLayout& layoutOfChart() const;

    [[nodiscard]] QSize sizeHint() const override; ///< tall enough for all open rows
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void axisChanged();
    void noteWanted(const QString& item);
    void linkWanted(const QString& from, const QString& to); ///< nodes; `to` empty: to be asked for

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace trestle

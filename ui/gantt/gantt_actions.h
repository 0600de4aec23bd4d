#pragma once

#include "ui/gantt/gantt_layout.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

class QAction;
class QActionGroup;
class QMenu;
class QPushButton;

namespace trestle {

/// What the user can do with the chart besides selecting and ticking, as actions for the tool strip, the View menu and
/// the context menu.
class GanttActions : public QObject {
    Q_OBJECT
public:
    explicit GanttActions(QObject* parent = nullptr);
    ~GanttActions() override;

    [[nodiscard]] QWidget* tools() const;
    [[nodiscard]] QList<QAction*> all() const;

    void setLinkMode(LinkMode mode);
    [[nodiscard]] LinkMode linkMode() const { return m_linkMode; }
    void setSlackShown(bool shown);
    [[nodiscard]] bool slackShown() const;

    QAction* zoomIn = nullptr;
    QAction* zoomOut = nullptr;
    QAction* fit = nullptr;
    QAction* slack = nullptr;
    QAction* baseline = nullptr; ///< hidden where there is none
    QAction* openAll = nullptr;
    QAction* closeAll = nullptr;

Q_SIGNALS:
    void linkModeChanged();

private:
    void makeLinks();
    void makeTools();
    void showLinkMode();

    LinkMode m_linkMode = LinkMode::Selected;
    std::unique_ptr<QMenu> m_linksMenu;
    QActionGroup* m_links = nullptr;
    QPointer<QWidget> m_tools;
    QPointer<QPushButton> m_linksButton;
};

} // namespace trestle

#include "ui/charts/picture_menu.h"

#include "ui/base/tr.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QWidget>

namespace trestle {

void showPictureMenu(QWidget& chart, const QPoint& at)
{
    QMenu menu(&chart);
    menu.setObjectName(chart.objectName() + QStringLiteral("Menu"));
    menu.addAction(tr("Copy as &picture"), &chart, [&chart] { QGuiApplication::clipboard()->setPixmap(chart.grab()); });
    menu.exec(at);
}

} // namespace trestle

#include "ui/widgets/page_scroll.h"

#include "ui/widgets/announcer.h"

#include <QScrollArea>

namespace trestle {

QScrollArea* makePageScroll(QWidget& page, const QString& objectName, const QString& accessibleName)
{
    auto* scroll = new QScrollArea(&page);
    setAccessibleRole(*scroll, QAccessible::Pane);
    scroll->setAccessibleName(accessibleName);
    scroll->setObjectName(objectName);
    scroll->setFrameStyle(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void setPageContent(QScrollArea& scroll, QWidget& content)
{
    scroll.setWidget(&content);
    content.setAutoFillBackground(false); // the card is the ground; a scroll area would paint its own
}

} // namespace trestle

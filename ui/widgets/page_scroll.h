#pragma once

class QScrollArea;
class QString;
class QWidget;

namespace trestle {

/// The area in which a page scrolls up and down, on the ground of the card that it stands on; takes no focus itself.
QScrollArea* makePageScroll(QWidget& page, const QString& objectName, const QString& accessibleName);

/// Puts the content into it.
void setPageContent(QScrollArea& scroll, QWidget& content);

} // namespace trestle

#pragma once

class QPoint;
class QWidget;

namespace trestle {

/// The menu of a chart whose figures stand in a table beside it: copying it as a picture.
void showPictureMenu(QWidget& chart, const QPoint& at);

} // namespace trestle

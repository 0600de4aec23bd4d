#pragma once

#include <QStringList>

class QWidget;

namespace trestle::testing {

/// What is wrong with the visible widgets below (and with) `root`, one line each: no objectName, no accessible name on
/// a control, a label whose accessible name hides the value it shows, text that does not fit, text below 11 pixels,
/// siblings that overlap, a label that is not on the line of its field. Qt's own inner widgets are left out.
QStringList widgetProblems(const QWidget& root);

} // namespace trestle::testing

#pragma once

#include <QList>

class QAction;
class QWidget;

namespace trestle {

/// Name, version, licence, and that nothing leaves the computer.
void showAbout(QWidget* parent);
/// All keys: those of the window's commands, and those of its parts.
void showGuide(QWidget* parent, const QList<QAction*>& commands);

} // namespace trestle

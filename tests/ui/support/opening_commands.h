#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace trestle::testing {

/// The window's commands that open a dialog or a window of their own, by the names of their actions; those of file
/// dialogs are left out, which are not ours.
QStringList commandsThatOpen();

/// Gives the command and has `look` see what it opens, once that has settled; then closes it. False if nothing opens.
bool lookAtWhatOpens(QWidget& window, const QString& command, const std::function<void(QWidget& opened)>& look);

} // namespace trestle::testing

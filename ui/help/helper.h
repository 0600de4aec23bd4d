#pragma once

#include "ui/help/help_window.h"

#include <QObject>
#include <QPointer>

namespace trestle {

/// Opens the guide at the page that fits what has the focus. F1 does so in dialogs and windows beside as well, where
/// the commands of the plan's window are out of reach.
class Helper : public QObject {
    Q_OBJECT
public:
    Helper(HelpWindow::OpenOutside openOutside, QWidget& window);

    void openHere(); ///< the page of the focused part
    void open(const guide::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    HelpWindow::OpenOutside m_openOutside;
    QWidget& m_window;
    QPointer<HelpWindow> m_help; ///< over the window, or over the dialog that is open
};

} // namespace trestle

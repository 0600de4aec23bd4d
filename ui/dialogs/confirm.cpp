#include "ui/dialogs/confirm.h"

#include <QMessageBox>
#include <QPushButton>

namespace trestle {

bool confirm(QWidget* parent, const QString& question, const QString& detail, const QString& yes)
{
    QMessageBox box(QMessageBox::NoIcon, parent->window()->windowTitle(), question, QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("confirmBox"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(detail);
    const QPushButton* agreed = box.addButton(yes, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == agreed;
}

} // namespace trestle

// What Qt alone takes to a painted window: one label, of the size of Trestle's window.
#include <QApplication>
#include <QLabel>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QLabel label(QStringLiteral("A plan"));
    label.setObjectName(QStringLiteral("label"));
    label.resize(1480, 940);
    label.show();
    return QApplication::exec();
}

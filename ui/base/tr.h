#pragma once

#include <QCoreApplication>
#include <QString>

namespace trestle {

/// Words outside a QObject, which has a tr() of its own. n chooses between singular and plural and stands for %n.
inline QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Trestle", text, nullptr, n);
}

} // namespace trestle

#pragma once

// QCustomPlot's header needs Qt's keywords as macros, which our code is built without.
#include <QObject>

#include <utility>

#pragma push_macro("signals")
#pragma push_macro("foreach")
#undef signals
#undef foreach
#define signals Q_SIGNALS
#define foreach(variable, container) for (variable : std::as_const(container))
#include <qcustomplot.h>
#pragma pop_macro("foreach")
#pragma pop_macro("signals")

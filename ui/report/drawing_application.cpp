#include "ui/report/drawing_application.h"

namespace trestle {

DrawingApplication::DrawingApplication()
{
    if (!QCoreApplication::instance())
        m_application = std::make_unique<QGuiApplication>(m_count, m_arguments.data());
}

} // namespace trestle

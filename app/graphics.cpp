#include "app/graphics.h"

#include "data/file_io.h"
#include "models/risk/simulation.h"
#include "ui/report/exports.h"

#include <QGuiApplication>

#include <array>
#include <memory>
#include <string_view>

namespace trestle {

namespace {

/// Fonts need an application object. The one made here has no display and ends with the export.
class DrawingApplication {
public:
    DrawingApplication()
    {
        if (!QCoreApplication::instance())
            m_application = std::make_unique<QGuiApplication>(m_count, m_arguments.data());
    }

private:
    std::array<char, 8> m_name{"trestle"};
    std::array<char, 10> m_option{"-platform"};
    std::array<char, 10> m_platform{"offscreen"};
    std::array<char*, 4> m_arguments{m_name.data(), m_option.data(), m_platform.data(), nullptr};
    int m_count = 3;
    std::unique_ptr<QGuiApplication> m_application;
};

QByteArray draw(const Plan& plan, const Risk& risk, GraphicsFormat format, const ExportStamp& stamp)
{
    switch (format) {
    case GraphicsFormat::svg: return ganttSvg(plan, risk, stamp);
    case GraphicsFormat::png: return ganttPng(plan, risk, stamp);
    case GraphicsFormat::pdf: return reportPdf(plan, risk, stamp);
    }
    return {};
}

} // namespace

Result<void> exportGraphics(const Plan& plan, GraphicsFormat format, const std::string& path, const ExportStamp& stamp)
{
    const Result<Risk> risk = simulate(plan);
    if (!risk)
        return std::unexpected(risk.error());
    const DrawingApplication application;
    const QByteArray bytes = draw(plan, *risk, format, stamp);
    return writeFileAtomically(path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace trestle

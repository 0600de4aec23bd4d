#pragma once

#include <QGuiApplication>

#include <array>
#include <memory>

namespace trestle {

/// Fonts need an application object. Where there is none, this one is made, without a display, and ends with this
/// value.
class DrawingApplication {
public:
    DrawingApplication();

private:
    std::array<char, 8> m_name{"trestle"};
    std::array<char, 10> m_option{"-platform"};
    std::array<char, 10> m_platform{"offscreen"};
    std::array<char*, 4> m_arguments{m_name.data(), m_option.data(), m_platform.data(), nullptr};
    int m_count = 3;
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace trestle

#pragma once

class QWidget;

namespace trestle {

/// Name, version, licence, and that nothing leaves the computer.
void showAbout(QWidget* parent);
/// The few steps and keys that a newcomer needs.
void showGuide(QWidget* parent);

} // namespace trestle

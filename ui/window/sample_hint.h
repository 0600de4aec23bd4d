#pragma once

#include <QFrame>

namespace trestle {

class Settings;

/// Three things to try with a sample, one after the other. Closed once, it never comes back.
class SampleHint : public QFrame {
    Q_OBJECT
public:
    SampleHint(Settings& settings, QWidget* parent);

    /// Unless it was closed before.
    void offer();

Q_SIGNALS:
    void checklistWanted();
    void riskWanted();
    void insightsWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void close();

    Settings& m_settings;
};

} // namespace trestle

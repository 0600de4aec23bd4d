#pragma once

#include <QStringList>
#include <QWidget>

namespace trestle {

/// Where one is: the steps by number and name, done ones with a tick.
class StepBar : public QWidget {
    Q_OBJECT
public:
    StepBar(const QStringList& steps, QWidget* parent);

    void setStep(int step);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int gap() const;

    QStringList m_steps;
    int m_step = 0;
};

} // namespace trestle

#pragma once

#include <QAbstractButton>

namespace trestle {

/// A small cross that closes what it stands on. Its tool tip is what it does; no mnemonic.
class CrossButton : public QAbstractButton {
    Q_OBJECT
public:
    CrossButton(const QString& name, const QString& purpose, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace trestle

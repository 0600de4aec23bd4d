#pragma once

#include <QPushButton>

namespace trestle {

/// Looks like a field to search in, with its keys at the right; a click opens the command palette.
class FindButton : public QPushButton {
    Q_OBJECT
public:
    explicit FindButton(QWidget* parent = nullptr);

    void setKeys(const QString& keys);
    void setShort(bool only); ///< one word, where the row is narrow

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_keys;
};

} // namespace trestle

#pragma once

#include <QPushButton>

namespace trestle {

/// A quiet button with an arrow that opens and shuts what stands below it.
class DisclosureButton : public QPushButton {
    Q_OBJECT
public:
    DisclosureButton(const QString& name, const QString& text, QWidget& content, QWidget* parent = nullptr);
    /// Whether there is anything to open; without, neither is shown.
    void setAvailable(bool available);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    QWidget& m_content;
    bool m_available = true;
};

} // namespace trestle

#pragma once

#include <QLabel>

namespace trestle {

/// A line of text that floats below a field, over what is there, as long as the field is being typed into.
class FieldHint : public QLabel {
    Q_OBJECT
public:
    explicit FieldHint(QWidget* window);

    void showBelow(const QWidget& field, const QString& text, bool wrong);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_wrong = false;
};

} // namespace trestle

#pragma once

#include <QLineEdit>
#include <QPointer>

namespace trestle {

class FieldHint;

/// A line for text that stands for a value: a date, an amount, an effort. While it is typed, a hint below the line says
/// how it is understood; what is not understood is marked red, with an example, and never becomes the value. The value
/// is taken when the text is settled: on Return, on leaving the line, on a step by arrow keys.
class TypedField : public QLineEdit {
    Q_OBJECT
public:
    /// What is wrong with the text, in a sentence; empty where it is understood, and while nothing can be entered.
    [[nodiscard]] QString problem() const;
    /// Takes the text for the value, if it is understood.
    void settle();
    /// Writes the value in place of what was typed.
    void restore();

Q_SIGNALS:
    /// The user has set another value.
    void settled();

protected:
    struct Reading {
        QString meaning; ///< how the text is understood
        QString problem; ///< or why not
    };
    explicit TypedField(QWidget* parent);

    [[nodiscard]] virtual Reading read() const = 0;
    [[nodiscard]] virtual QString written() const = 0; ///< the value
    /// Makes what the text says the value; false where it is the value already. Asked of sound text alone.
    virtual bool store() = 0;
    /// By arrow keys (one) and page keys (larger); nothing where a step makes no sense.
    virtual void step(int /*steps*/, bool /*larger*/) {}

    [[nodiscard]] bool isWritten() const { return text() == written(); }
    /// What is being typed stays, whatever happens to the value meanwhile.
    [[nodiscard]] bool isTyping() const { return hasFocus() && !isWritten(); }
    /// Writes the value.
    void rewrite();
    /// To be called when the text is to be read in another way.
    void refresh();
    void setSample(const QString& widest); ///< the text that the line is to have room for

    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    QString m_sample;
    QPointer<FieldHint> m_hint; ///< belongs to the window
};

/// Takes the text of every field in a widget for its value. The first that cannot be used, or none.
TypedField* settleFields(QWidget& root);

} // namespace trestle

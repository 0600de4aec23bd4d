#pragma once

// moc stops at what models/units.h includes when nothing of the standard library comes before it.
// clang-format off
#include <expected>
#include <optional>

#include "models/typed/typed_progress.h"
// clang-format on

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace trestle {

/// The line below an item in which it is typed what happened. It says at once how it understood; Enter saves what is
/// understood, Esc leaves.
class ProgressField : public QWidget {
    Q_OBJECT
public:
    /// What the text says, or why it says nothing; both are shown beside the line.
    struct Reading {
        QString words;
        std::optional<TypedProgress> said;
    };
    using Reader = std::function<Reading(const QString&)>;

    explicit ProgressField(QWidget* parent);

    void open(const QString& title, const QString& text, Reader read);
    /// Lays it out in so much room: what the keys do is left out where there is little.
    void fitTo(int width);
    [[nodiscard]] int heightFor(int width) const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void saved(const trestle::TypedProgress& said);
    void left();
    void wordsChanged(); ///< it may need another height

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void save();
    void applyColours();

    QLineEdit* m_line;
    QLabel* m_sign; ///< understood or not
    QLabel* m_words;
    QLabel* m_keys;
    Reader m_read;
    Reading m_reading;
};

} // namespace trestle

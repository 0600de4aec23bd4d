#pragma once

#include <QFrame>

namespace trestle {

/// A rounded surface with a thin border: the ground that every part of the window stands on. Children paint no
/// background of their own.
class Card : public QFrame {
    Q_OBJECT
public:
    static constexpr int kTabsTop = 5; ///< tabs of neighbouring cards stand in one line

    explicit Card(QWidget* parent = nullptr);
    /// A card that is filled by one widget, so far below its upper edge.
    static Card* around(QWidget* content, const QString& name, QWidget* parent, int top = 1);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A thin line between parts of a card.
class Divider : public QWidget {
    Q_OBJECT
public:
    explicit Divider(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace trestle

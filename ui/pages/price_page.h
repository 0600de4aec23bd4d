#pragma once

#include <QWidget>

class QLabel;
class QScrollArea;

namespace trestle {

class PlanDocument;
class PriceKinds;

/// What to charge a client for the plan, and the chance of losing on it.
class PricePage : public QWidget {
    Q_OBJECT
public:
    explicit PricePage(PlanDocument& document, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeContent();
    void refresh();
    void arrange();
    void applyColours();

    PlanDocument& m_document;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_sentence = nullptr;
    PriceKinds* m_kinds = nullptr;
};

} // namespace trestle

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;

namespace trestle {

class ClientView;
class ItemPriceFinder;
class PlanDocument;
class PriceView;
class Segments;

/// What to charge a client for the plan, and the chance of losing on it; and the same as the client is shown it. Where
/// there is neither a client nor a bill rate, what to say first.
class PricePage : public QWidget {
    Q_OBJECT
public:
    enum class View { Internal, Client };

    explicit PricePage(PlanDocument& document, QWidget* parent = nullptr);

    [[nodiscard]] View view() const;
    void setView(View view);

Q_SIGNALS:
    void proposalWanted(); ///< what the client is shown, as a document

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makeHead(QWidget* content);
    QWidget* makeStart(QWidget* content);
    void takeClient();
    void refresh();
    void arrange();
    void applyColours();

    PlanDocument& m_document;
    ItemPriceFinder* m_itemPrices;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_head = nullptr;
    QLabel* m_sentence = nullptr;
    Segments* m_views = nullptr;
    QWidget* m_start = nullptr;
    QLabel* m_startTitle = nullptr;
    QLineEdit* m_client = nullptr;
    PriceView* m_internal = nullptr;
    ClientView* m_forClient = nullptr;
};

} // namespace trestle

-- The receipt of an återremiss and the answers to it belong to the phase response: their forms have its name.
update fact set kind = 'response-receipt' where kind = 'exit-receipt';
update fact set kind = 'response-answers' where kind = 'exit-answers';
